package dev.appintegrations.console.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Sees to it that somebody can sign in: three users in profile {@code demo}, elsewhere
 * one {@code admin} at the first start, with a password that is configured or printed
 * once. They are there before the first request is taken.
 */
@Component
class FirstUsers implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(FirstUsers.class);

	private static final int RANDOM_BYTES = 18;

	private static final String ADMIN = "admin";

	private final UserStore users;

	private final PasswordEncoder encoder;

	private final Environment environment;

	private final Clock clock;

	private final @Nullable String adminPassword;

	/** Hashing takes its time, so the demo's are made while the console starts. */
	private final Map<Role, CompletableFuture<String>> demo = new EnumMap<>(Role.class);

	FirstUsers(UserStore users, PasswordEncoder encoder, Environment environment, Clock clock,
			@Value("${console.admin.password:#{null}}") @Nullable String adminPassword) {
		this.users = users;
		this.encoder = encoder;
		this.environment = environment;
		this.clock = clock;
		this.adminPassword = adminPassword;
		if (isDemo()) {
			Stream.of(Role.values())
				.filter((role) -> users.byName(name(role)).isEmpty())
				.forEach((role) -> this.demo.put(role, CompletableFuture.supplyAsync(() -> encoded(name(role)))));
		}
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.demo.forEach((role, hash) -> this.users.add(name(role), hash.join(), role, this.clock.instant()));
		if (!isDemo() && this.users.count() == 0) {
			addAdmin();
		}
	}

	private boolean isDemo() {
		return this.environment.acceptsProfiles(Profiles.of("demo"));
	}

	private static String name(Role role) {
		return role.label().toLowerCase(Locale.ROOT);
	}

	private void addAdmin() {
		if (StringUtils.hasText(this.adminPassword)) {
			String violation = PasswordRules.violation(this.adminPassword, ADMIN);
			if (violation != null) {
				throw new IllegalArgumentException("console.admin.password " + violation);
			}
			this.users.add(ADMIN, encoded(this.adminPassword), Role.ADMIN, this.clock.instant());
			LOG.info("The first user is admin, with the configured password");
			return;
		}
		byte[] random = new byte[RANDOM_BYTES];
		new SecureRandom().nextBytes(random);
		String password = Base64.getUrlEncoder().encodeToString(random);
		if (this.users.add(ADMIN, encoded(password), Role.ADMIN, this.clock.instant())) {
			LOG.warn("The first user is admin, with the password {} (shown only this once)", password);
		}
	}

	private String encoded(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

}
