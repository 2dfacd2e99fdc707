package dev.appintegrations.emulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque tokens that say where the next page begins. One that was forged, or is used with
 * another request than it was made for, is refused.
 */
public final class PageTokens {

	private static final int MAC_LENGTH = 32;

	private final SecretKeySpec key;

	/**
	 * Tokens of one list, under a key of their own.
	 */
	public PageTokens() {
		byte[] secret = new byte[MAC_LENGTH];
		new SecureRandom().nextBytes(secret);
		this.key = new SecretKeySpec(secret, "HmacSHA256");
	}

	/**
	 * Issues a token.
	 * @param request what the token belongs to
	 * @param after where the next page begins
	 * @return the token
	 */
	public String issue(String request, long after) {
		byte[] position = ByteBuffer.allocate(Long.BYTES).putLong(after).array();
		byte[] mac = mac(request, position);
		byte[] token = Arrays.copyOf(position, position.length + mac.length);
		System.arraycopy(mac, 0, token, position.length, mac.length);
		return encoded(token);
	}

	/**
	 * Reads a token.
	 * @param request what the token must belong to
	 * @param token the token
	 * @return where the page begins
	 * @throws IllegalArgumentException if it was not issued for this request
	 */
	public long read(String request, String token) {
		byte[] bytes = Base64.getUrlDecoder().decode(token);
		if (bytes.length != Long.BYTES + MAC_LENGTH || !encoded(bytes).equals(token)) {
			throw new IllegalArgumentException("Not a token");
		}
		byte[] position = Arrays.copyOf(bytes, Long.BYTES);
		byte[] mac = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
		if (!MessageDigest.isEqual(mac, mac(request, position))) {
			throw new IllegalArgumentException("Not a token of this request");
		}
		return ByteBuffer.wrap(position).getLong();
	}

	private static String encoded(byte[] token) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	private byte[] mac(String request, byte[] position) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			mac.update(request.getBytes(StandardCharsets.UTF_8));
			return mac.doFinal(position);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
