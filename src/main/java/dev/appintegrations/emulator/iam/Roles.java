package dev.appintegrations.emulator.iam;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import dev.appintegrations.emulator.appintegrations.Kind;
import dev.appintegrations.emulator.appintegrations.ResourceWatcher;
import dev.appintegrations.emulator.iam.DeletionTask.Outcome;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The service-linked roles of all accounts, with AWS's semantics: creation by the first
 * resource, deletion as a task, and reads that lag behind. Scenarios create roles here
 * too.
 */
@Component
public class Roles implements ResourceWatcher {

	private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final int ID_LENGTH = 17;

	/** How long IAM remembers a task that has succeeded, unless it forgets at once. */
	private static final Duration REMEMBERED = Duration.ofHours(24);

	private final RoleKeeper keeper;

	private final RoleUsage usage;

	private final Conditions conditions;

	private final Map<String, State> states = new ConcurrentHashMap<>();

	Roles(RoleKeeper keeper, RoleUsage usage, Conditions conditions) {
		this.keeper = keeper;
		this.usage = usage;
		this.conditions = conditions;
	}

	/**
	 * Gives an account its role, as if it had had it for long.
	 * @param account twelve digits
	 * @param age how old it is
	 * @param change what is to be different from a new one
	 */
	public void give(String account, Duration age, UnaryOperator<IamRole> change) {
		Instant created = this.conditions.now(account).minus(age).truncatedTo(ChronoUnit.SECONDS);
		this.keeper.keep(change.apply(role(account, created, null)));
	}

	/**
	 * The role as reads show it.
	 * @param account twelve digits
	 * @return empty if there is none, or it is too new to be shown
	 */
	Optional<IamRole> visible(String account) {
		State state = settle(account);
		Instant now = this.conditions.now(account);
		if (now.isBefore(state.shownFrom)) {
			return Optional.empty();
		}
		Optional<IamRole> role = this.keeper.find(account);
		return (role.isEmpty() && now.isBefore(state.shownUntil)) ? Optional.ofNullable(state.removed) : role;
	}

	/**
	 * The role as it is, whatever reads show.
	 */
	Optional<IamRole> existing(String account) {
		settle(account);
		return this.keeper.find(account);
	}

	/**
	 * Creates the role.
	 * @throws AwsError if the account has it
	 */
	IamRole create(String account, @Nullable String description) {
		State state = settle(account);
		synchronized (state) {
			if (this.keeper.find(account).isPresent()) {
				throw new AwsError(400, "InvalidInput", "Service role name " + IamRole.NAME
						+ " has been taken in this account, please try a different suffix.");
			}
			Instant now = this.conditions.now(account);
			IamRole role = this.keeper.keep(role(account, now.truncatedTo(ChronoUnit.SECONDS), description));
			state.shownFrom = now.plus(this.conditions.lag(account, "readAfterWriteMs"));
			state.shownUntil = Instant.MIN;
			return role;
		}
	}

	/**
	 * Changes the role.
	 * @throws AwsError if there is none
	 */
	IamRole change(String account, String named, UnaryOperator<IamRole> change) {
		State state = settle(account);
		synchronized (state) {
			return this.keeper.keep(change.apply(this.keeper.find(account).orElseThrow(() -> noSuchRole(named))));
		}
	}

	/**
	 * Submits the role's deletion, or finds the task that is already under way.
	 * @return the task's id
	 * @throws AwsError if there is no role
	 */
	String delete(String account) {
		State state = settle(account);
		synchronized (state) {
			DeletionTask running = state.running;
			if (running != null) {
				return running.id();
			}
			if (this.keeper.find(account).isEmpty()) {
				throw noSuchRole(IamRole.NAME);
			}
			Instant now = this.conditions.now(account);
			DeletionTask task = new DeletionTask("task" + IamRole.PATH + IamRole.NAME + "/" + UUID.randomUUID(), now,
					now.plus(this.conditions.lag(account, "roleDeletionMs")), null);
			state.running = task;
			state.tasks.put(task.id(), task);
			return task.id();
		}
	}

	/**
	 * A task.
	 * @throws AwsError if IAM knows none with this id, or no longer does
	 */
	DeletionTask task(String account, String id) {
		State state = settle(account);
		synchronized (state) {
			DeletionTask task = state.tasks.get(id);
			if (task == null || forgotten(account, task)) {
				throw new AwsError(404, "NoSuchEntity", "The deletion task with id " + id + " cannot be found.");
			}
			return task;
		}
	}

	private boolean forgotten(String account, DeletionTask task) {
		Instant now = this.conditions.now(account);
		return "SUCCEEDED".equals(task.status(now)) && (this.conditions.behaviour(account, "taskRecordsVanish")
				|| now.isAfter(task.dueAt().plus(REMEMBERED)));
	}

	/** Decides a deletion whose time has come: IAM asks the service, which looks. */
	private State settle(String account) {
		State state = this.states.computeIfAbsent(account, (key) -> new State());
		synchronized (state) {
			DeletionTask running = state.running;
			Instant now = this.conditions.now(account);
			if (running != null && !now.isBefore(running.dueAt())) {
				boolean inUse = !this.usage.arns(account).isEmpty();
				Outcome outcome = inUse ? new Outcome("A service-linked role can't be deleted while resources use it.",
						this.usage.list(account)) : new Outcome("", Map.of());
				if (!inUse) {
					remove(account, state, running.dueAt());
				}
				state.tasks.put(running.id(), running.decided(outcome));
				state.running = null;
			}
			return state;
		}
	}

	private void remove(String account, State state, Instant at) {
		state.removed = this.keeper.find(account).orElse(null);
		state.shownUntil = at.plus(this.conditions.lag(account, "readAfterWriteMs"));
		this.keeper.remove(account);
	}

	/**
	 * Since 30 September 2022 AWS creates the role with any resource. Whether an
	 * application alone does it is unverified: {@code applicationsCreateRole} and
	 * {@code integrationsCreateRole} switch it.
	 */
	@Override
	public void created(String account, Kind kind) {
		String creates = (kind == Kind.APPLICATION) ? "applicationsCreateRole" : "integrationsCreateRole";
		if (!this.conditions.behaviour(account, creates)) {
			return;
		}
		State state = settle(account);
		synchronized (state) {
			if (this.keeper.find(account).isEmpty()) {
				create(account, null);
			}
		}
	}

	@Override
	public void deleted(String account, Kind kind) {
		if (kind == Kind.DATA_INTEGRATION && this.conditions.behaviour(account, "lastDataIntegrationDeletesRole")
				&& this.usage.noDataIntegrationLeft(account)) {
			State state = settle(account);
			synchronized (state) {
				remove(account, state, this.conditions.now(account));
			}
		}
	}

	void forget(@Nullable String account) {
		this.states.keySet().removeIf((key) -> account == null || key.equals(account));
		this.keeper.forget(account);
	}

	static AwsError noSuchRole(String name) {
		return new AwsError(404, "NoSuchEntity", "The role with name " + name + " cannot be found.");
	}

	private static IamRole role(String account, Instant createdAt, @Nullable String description) {
		return new IamRole(account, id(account + "|" + createdAt), createdAt, description, IamRole.HOUR,
				new LinkedHashMap<>(), null, null);
	}

	/** Role ids begin with AROA, and a role that is created again has another one. */
	private static String id(String seed) {
		UUID uuid = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
		StringBuilder id = new StringBuilder("AROA");
		long bits = uuid.getMostSignificantBits() ^ Long.rotateLeft(uuid.getLeastSignificantBits(), 7);
		for (int i = 0; i < ID_LENGTH; i++) {
			id.append(ID_LETTERS.charAt((int) (Long.rotateLeft(bits, 5 * i) & 31)));
		}
		return id.toString();
	}

	/**
	 * What IAM knows of an account's role beside the role. Guarded by itself.
	 */
	private static final class State {

		private final Map<String, DeletionTask> tasks = new LinkedHashMap<>();

		private @Nullable DeletionTask running;

		private volatile Instant shownFrom = Instant.MIN;

		private volatile Instant shownUntil = Instant.MIN;

		private volatile @Nullable IamRole removed;

	}

}
