package dev.appintegrations.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.appintegrations.console.access.UserStore.User;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks names and passwords. Attempts are limited before a password is hashed, hashes
 * are made a few at a time, an unknown name costs as much as a wrong password, and a
 * program's password that was good is not hashed again for a minute.
 */
@Component
class SignInProvider implements AuthenticationProvider {

	private static final int HASHES_AT_ONCE = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration REMEMBER = Duration.ofMinutes(1);

	private static final int REMEMBERED = 1_000;

	private final UserStore users;

	private final PasswordEncoder encoder;

	private final SignInAttempts attempts;

	private final Clock clock;

	private final Semaphore hashes = new Semaphore(HASHES_AT_ONCE, true);

	private final byte[] salt = new byte[32];

	private final CompletableFuture<String> nobody;

	private final Map<String, Instant> remembered = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
			return size() > REMEMBERED;
		}

	};

	SignInProvider(UserStore users, PasswordEncoder encoder, SignInAttempts attempts, Clock clock) {
		this.users = users;
		this.encoder = encoder;
		this.attempts = attempts;
		this.clock = clock;
		new SecureRandom().nextBytes(this.salt);
		String password = HexFormat.of().formatHex(this.salt, 0, 16);
		this.nobody = CompletableFuture.supplyAsync(() -> Objects.requireNonNull(encoder.encode(password)));
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String name = attempt.getName();
		String password = String.valueOf(attempt.getCredentials());
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		User user = this.users.byName(name).orElse(null);
		if (user != null && remembers(user, password)) {
			return signedIn(user.toCurrentUser());
		}
		User verified = verify(user, name, password, address);
		remember(verified, password);
		return signedIn(verified.toCurrentUser());
	}

	/**
	 * Checks a password, as an attempt to sign in.
	 * @throws AuthenticationException if it is wrong, the user may not sign in, or there
	 * were too many attempts
	 */
	User verify(String name, String password, String address) {
		return verify(this.users.byName(name).orElse(null), name, password, address);
	}

	private User verify(@Nullable User user, String name, String password, String address) {
		this.attempts.begin(name, address);
		if (!matches(user, password) || user == null) {
			throw new BadCredentialsException("Wrong name or password");
		}
		this.attempts.succeeded(name, address);
		return user;
	}

	private boolean matches(@Nullable User user, String password) {
		if (password.getBytes(StandardCharsets.UTF_8).length > PasswordRules.MOST) {
			return false;
		}
		try {
			if (!this.hashes.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new InternalAuthenticationServiceException("Too many people sign in at this moment");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InternalAuthenticationServiceException("The console is stopping", ex);
		}
		try {
			return this.encoder.matches(password, (user != null) ? user.passwordHash() : this.nobody.join());
		}
		finally {
			this.hashes.release();
		}
	}

	private boolean remembers(User user, String password) {
		synchronized (this.remembered) {
			Instant until = this.remembered.get(key(user, password));
			return until != null && this.clock.instant().isBefore(until);
		}
	}

	private void remember(User user, String password) {
		synchronized (this.remembered) {
			this.remembered.put(key(user, password), this.clock.instant().plus(REMEMBER));
		}
	}

	private String key(User user, String password) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.salt);
			digest.update((user.id() + "\u0000" + user.passwordHash() + "\u0000" + password)
				.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Authentication signedIn(CurrentUser user) {
		return UsernamePasswordAuthenticationToken.authenticated(user, null,
				List.of(new SimpleGrantedAuthority("ROLE_" + user.role().name())));
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
