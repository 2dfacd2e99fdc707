package dev.appintegrations.console.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.appintegrations.console.access.SignInAttempts.TooManyAttemptsException;
import dev.appintegrations.console.access.UserStore.User;
import dev.appintegrations.console.activity.ActivityNotes;
import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.Occurrence;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The users of this console. Every change is checked, audited, and holds from the next
 * request on; one admin who can sign in always stays.
 */
@Component
public class Users {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");

	private static final String CHANGE_PASSWORD = "CHANGE_PASSWORD";

	private final UserStore users;

	private final TokenStore tokens;

	private final SignInProvider provider;

	private final Operations operations;

	private final ActivityTrail trail;

	private final PasswordEncoder encoder;

	private final Clock clock;

	Users(UserStore users, TokenStore tokens, SignInProvider provider, Operations operations, ActivityTrail trail,
			PasswordEncoder encoder, Clock clock) {
		this.users = users;
		this.tokens = tokens;
		this.provider = provider;
		this.operations = operations;
		this.trail = trail;
		this.encoder = encoder;
		this.clock = clock;
	}

	/**
	 * Users by name.
	 * @param offset how many to leave out
	 * @param size at most so many
	 * @return users, also those who may not sign in
	 */
	public List<UserAccount> find(long offset, int size) {
		return this.users.find(offset, size);
	}

	/**
	 * How many users there are.
	 * @return a number
	 */
	public long count() {
		return this.users.count();
	}

	/**
	 * One user.
	 * @param name the user's name
	 * @return the user, or empty if there is none of that name
	 */
	public Optional<UserAccount> find(String name) {
		return this.users.find(name);
	}

	/**
	 * Creates a user.
	 * @param actor who does
	 * @param name the new user's name, which never changes
	 * @param role the new user's role
	 * @param password the new user's password
	 * @return the new user
	 * @throws ProblemException naming every field that is wrong, as {@code $.name},
	 * {@code $.role} or {@code $.password}
	 */
	public UserAccount create(CurrentUser actor, @Nullable String name, @Nullable Role role,
			@Nullable String password) {
		List<FieldProblem> errors = new ArrayList<>();
		if (name == null || !NAME.matcher(name).matches()) {
			errors.add(new FieldProblem("$.name", "must begin with a lower-case letter or a digit and go on with "
					+ "lower-case letters, digits and . _ @ -, 100 characters at most"));
		}
		if (role == null) {
			errors.add(new FieldProblem("$.role", "is missing"));
		}
		addViolation(errors, "$.password", password, String.valueOf(name));
		if (name == null || role == null || password == null || !errors.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, errors));
		}
		String hash = hash(password);
		Operation operation = new Operation(actor.name(), Permission.MANAGE_USERS, "CREATE_USER", null, name,
				Map.of("role", role.name()));
		return this.operations.change(operation, (notes) -> {
			if (this.users.exists(name) || !this.users.add(name, hash, role, this.clock.instant())) {
				throw new ProblemException(Problem.of(ProblemType.NAME_TAKEN,
						List.of(new FieldProblem("$.name", "is the name of another user"))));
			}
			UserAccount user = existing(name);
			notes.after(state(user));
			return user;
		});
	}

	/**
	 * Changes a user.
	 * @param actor who does
	 * @param name the user's name
	 * @param change what to change
	 * @return the user afterwards
	 * @throws ProblemException if there is no such user, the password is not good, or no
	 * admin who can sign in would stay
	 */
	public UserAccount change(CurrentUser actor, String name, UserChange change) {
		existing(name);
		List<FieldProblem> errors = new ArrayList<>();
		if (change.equals(UserChange.NONE)) {
			errors.add(new FieldProblem("$", "must change something"));
		}
		if (change.password() != null) {
			addViolation(errors, "$.password", change.password(), name);
		}
		if (!errors.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, errors));
		}
		String hash = (change.password() != null) ? hash(change.password()) : null;
		Operation operation = new Operation(actor.name(), Permission.MANAGE_USERS, change.operation(), null, name,
				change.parameters());
		return this.operations.change(operation, (notes) -> change(name, change, hash, notes));
	}

	private UserAccount change(String name, UserChange change, @Nullable String hash, ActivityNotes notes) {
		this.users.lockAdmins();
		notes.before(state(existing(name)));
		if (change.role() != null) {
			this.users.assign(name, change.role());
		}
		if (change.enabled() != null) {
			this.users.enable(name, change.enabled());
		}
		if (hash != null) {
			this.users.setPassword(name, hash);
		}
		if (change.signOut() || hash != null || Boolean.FALSE.equals(change.enabled())) {
			this.users.endSessions(name);
		}
		if (change.revokeTokens()) {
			this.tokens.removeOf(name);
		}
		if (this.users.countAdmins() == 0) {
			throw new ProblemException(ProblemType.LAST_ADMIN,
					"'" + name + "' is the last admin who can sign in. Nothing was done.");
		}
		UserAccount after = existing(name);
		notes.after(state(after));
		return after;
	}

	/**
	 * Changes one's own password, which ends all of one's sessions.
	 * @param user who does
	 * @param current the present password
	 * @param wanted the new password
	 * @param address where the request comes from, to limit attempts
	 * @return the user afterwards, whose present session can be renewed with it
	 * @throws ProblemException naming the field that is wrong, as {@code $.current} or
	 * {@code $.password}; or if there were too many attempts
	 */
	public CurrentUser changeOwnPassword(CurrentUser user, String current, String wanted, String address) {
		List<FieldProblem> errors = new ArrayList<>();
		addViolation(errors, "$.password", wanted, user.name());
		if (errors.isEmpty() && wanted.equals(current)) {
			errors.add(new FieldProblem("$.password", "must not be the present one"));
		}
		if (!errors.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, errors));
		}
		User verified = verify(user, current, address);
		String hash = hash(wanted);
		Operation operation = new Operation(user.name(), Permission.OWN_CREDENTIALS, CHANGE_PASSWORD, null, user.name(),
				Map.of());
		return this.operations.change(operation, (notes) -> {
			if (!this.users.replacePassword(user.id(), verified.passwordHash(), hash)) {
				throw new ProblemException(ProblemType.CONFLICT, "Somebody else has changed this password just now.");
			}
			this.users.endSessions(user.name());
			return this.users.byId(user.id()).orElse(user);
		});
	}

	private User verify(CurrentUser user, String password, String address) {
		Occurrence occurrence = new Occurrence(user.name(), CHANGE_PASSWORD, null, user.name());
		try {
			return this.provider.verify(user.name(), password, address);
		}
		catch (TooManyAttemptsException ex) {
			this.trail.note(occurrence, Outcome.THROTTLED, "Too many attempts");
			throw new ProblemException(Problem.of(ProblemType.TOO_MANY_ATTEMPTS).retryAfter(ex.pause()));
		}
		catch (BadCredentialsException ex) {
			this.trail.note(occurrence, Outcome.FAILED, "The present password was wrong");
			throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE,
					List.of(new FieldProblem("$.current", "is not your present password"))));
		}
	}

	private UserAccount existing(String name) {
		return this.users.find(name)
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no user of this name."));
	}

	private static void addViolation(List<FieldProblem> errors, String field, @Nullable String password, String name) {
		String violation = PasswordRules.violation(password, name);
		if (violation != null) {
			errors.add(new FieldProblem(field, violation));
		}
	}

	private String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	private static Map<String, Object> state(UserAccount user) {
		return Map.of("name", user.name(), "role", user.role(), "enabled", user.enabled());
	}

}
