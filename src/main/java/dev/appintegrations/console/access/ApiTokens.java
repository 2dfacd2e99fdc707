package dev.appintegrations.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * API tokens: each user's own, shown once, kept as a hash, ending by themselves.
 */
@Component
public class ApiTokens {

	/** The longest name of a token. */
	public static final int MOST_NAME = 100;

	/** How many tokens a user may have. */
	public static final int MOST_TOKENS = 50;

	/** How every token begins, so that scanners find lost ones. */
	static final String PREFIX = "aic_";

	private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

	private static final int SECRET_BYTES = 32;

	private static final Duration USE_PRECISION = Duration.ofMinutes(1);

	private final TokenStore store;

	private final Operations operations;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	ApiTokens(TokenStore store, Operations operations, Clock clock) {
		this.store = store;
		this.operations = operations;
		this.clock = clock;
	}

	/**
	 * The tokens of a user, by name.
	 * @param user whose
	 * @return also those that are over
	 */
	public List<ApiToken> of(CurrentUser user) {
		return this.store.of(user.id());
	}

	/**
	 * A token of a user.
	 * @param user whose
	 * @param id its id
	 * @return the token, or empty if the user has no such token
	 */
	public Optional<ApiToken> find(CurrentUser user, UUID id) {
		return this.store.find(user.id(), id);
	}

	/**
	 * The latest time at which a token that is made now may end.
	 * @return a year from now
	 */
	public Instant latestEnd() {
		return this.clock.instant().atZone(ZoneOffset.UTC).plusYears(1).toInstant();
	}

	/**
	 * Makes a token. It can't be made with another token, so that a lost one can't
	 * outlive itself.
	 * @param user whose
	 * @param name its name, which no other token of the user has
	 * @param permissions what it may do, at least one, none that the user may not
	 * @param expiresAt when it ends, at most a year from now
	 * @return the token with its secret, which can't be had again
	 * @throws ProblemException naming every field that is wrong, as {@code $.name},
	 * {@code $.permissions} or {@code $.expiresAt}
	 */
	public Issued issue(CurrentUser user, @Nullable String name, @Nullable Set<Permission> permissions,
			@Nullable Instant expiresAt) {
		if (user.token() != null) {
			throw new ProblemException(ProblemType.FORBIDDEN,
					"A token can't make tokens. Send your user name and password.");
		}
		List<FieldProblem> errors = errors(user, name, permissions, expiresAt);
		if (name == null || permissions == null || expiresAt == null || !errors.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, errors));
		}
		String secret = secret();
		ApiToken token = new ApiToken(UUID.randomUUID(), name.strip(), EnumSet.copyOf(permissions),
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), expiresAt.truncatedTo(ChronoUnit.MICROS), null);
		Operation operation = new Operation(user.name(), Permission.OWN_CREDENTIALS, "CREATE_TOKEN", null, token.name(),
				Map.of("expiresAt", token.expiresAt().toString(), "permissions", names(token.permissions())));
		return this.operations.change(operation, (notes) -> {
			List<ApiToken> others = this.store.of(user.id());
			if (others.size() >= MOST_TOKENS) {
				throw new ProblemException(ProblemType.CONFLICT,
						"You have " + MOST_TOKENS + " tokens, which is the most. Revoke one first.");
			}
			if (others.stream().anyMatch((each) -> each.name().equals(token.name()))
					|| !this.store.add(user.id(), token, hash(secret))) {
				throw new ProblemException(Problem.of(ProblemType.NAME_TAKEN,
						List.of(new FieldProblem("$.name", "is the name of another of your tokens"))));
			}
			notes.after(state(token));
			return new Issued(token, secret);
		});
	}

	private List<FieldProblem> errors(CurrentUser user, @Nullable String name, @Nullable Set<Permission> permissions,
			@Nullable Instant expiresAt) {
		List<FieldProblem> errors = new ArrayList<>();
		if (name == null || name.isBlank() || name.strip().length() > MOST_NAME
				|| name.codePoints().anyMatch(Character::isISOControl)) {
			errors
				.add(new FieldProblem("$.name", "must have 1 to " + MOST_NAME + " characters, no control characters"));
		}
		if (permissions == null || permissions.isEmpty()) {
			errors.add(new FieldProblem("$.permissions", "must name at least one permission"));
		}
		else if (!permissions.stream().allMatch(user::may)) {
			errors.add(new FieldProblem("$.permissions", "must be among yours: " + names(user.role().permissions())));
		}
		Instant now = this.clock.instant();
		if (expiresAt == null) {
			errors.add(new FieldProblem("$.expiresAt", "is missing: every token ends"));
		}
		else if (!expiresAt.isAfter(now) || expiresAt.isAfter(latestEnd())) {
			errors.add(new FieldProblem("$.expiresAt", "must be in the future, and at most a year from now"));
		}
		return errors;
	}

	/**
	 * Revokes a token; from the next request on it is void.
	 * @param user whose
	 * @param id its id
	 * @throws ProblemException if the user has no such token
	 */
	public void revoke(CurrentUser user, UUID id) {
		ApiToken token = find(user, id)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "You have no such token."));
		Operation operation = new Operation(user.name(), Permission.OWN_CREDENTIALS, "REVOKE_TOKEN", null, token.name(),
				Map.of());
		this.operations.change(operation, (notes) -> {
			notes.before(state(token));
			this.store.remove(user.id(), id);
			return true;
		});
	}

	/** The token of a secret with its user, whether or not they are still good. */
	Optional<TokenStore.Owned> find(String secret) {
		return FORM.matcher(secret).matches() ? this.store.byHash(hash(secret)) : Optional.empty();
	}

	/** Remembers that a token was used, to a minute. */
	void used(ApiToken token) {
		Instant now = this.clock.instant();
		Instant last = token.lastUsedAt();
		if (last == null || last.plus(USE_PRECISION).isBefore(now)) {
			this.store.used(token.id(), now);
		}
	}

	private String secret() {
		byte[] bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static String hash(String secret) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String names(Set<Permission> permissions) {
		return permissions.stream().map(Permission::name).collect(Collectors.joining(", "));
	}

	private static Map<String, Object> state(ApiToken token) {
		return Map.of("name", token.name(), "permissions", token.permissions(), "expiresAt",
				token.expiresAt().toString());
	}

	/**
	 * A new token with its secret.
	 *
	 * @param token the token
	 * @param secret what its holder sends, which is kept nowhere
	 */
	public record Issued(ApiToken token, String secret) {

		@Override
		public String toString() {
			return "Issued[token=" + this.token + "]";
		}

	}

}
