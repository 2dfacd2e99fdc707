package dev.appintegrations.console.inventory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import dev.appintegrations.console.kernel.Arn;

/**
 * How an item is named in paths: its ARN's resource part in base64url, because names may
 * be {@code a/b}, {@code ..} or {@code %2F}.
 *
 * @param kind the item's kind
 * @param id what follows the kind in the resource part: an id, or an event integration's
 * name
 */
public record ItemKey(Kind kind, String id) {

	private static final int MAX_LENGTH = 2048;

	public ItemKey {
		if (id.isEmpty() || id.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("An item's id has at least one character, and no control characters");
		}
	}

	/**
	 * The key of an item.
	 * @param arn the item's ARN
	 * @return its key
	 * @throws IllegalArgumentException if the ARN is not that of an item
	 */
	public static ItemKey of(Arn arn) {
		return ofResource(arn.resource()).orElseThrow(() -> new IllegalArgumentException("Not an item: " + arn));
	}

	/**
	 * Reads a path segment.
	 * @param encoded the segment
	 * @return the key, or empty if no item can have it; of the ways to write one key only
	 * {@link #encoded()} is read
	 */
	public static Optional<ItemKey> parse(String encoded) {
		if (encoded.length() > MAX_LENGTH) {
			return Optional.empty();
		}
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(encoded);
			String resource = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return ofResource(resource).filter((key) -> key.encoded().equals(encoded));
		}
		catch (CharacterCodingException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Optional<ItemKey> ofResource(String resource) {
		for (Kind kind : Kind.values()) {
			String prefix = kind.resourceType() + "/";
			if (resource.startsWith(prefix) && resource.length() > prefix.length()) {
				return Optional.of(new ItemKey(kind, resource.substring(prefix.length())));
			}
		}
		return Optional.empty();
	}

	/**
	 * The resource part of the item's ARN.
	 * @return such as {@code event-integration/orders/created.v2}
	 */
	public String resource() {
		return this.kind.resourceType() + "/" + this.id;
	}

	/**
	 * The path segment.
	 * @return base64url without padding
	 */
	public String encoded() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(resource().getBytes(StandardCharsets.UTF_8));
	}

}
