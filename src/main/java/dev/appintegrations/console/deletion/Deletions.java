package dev.appintegrations.console.deletion;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import dev.appintegrations.console.access.Operations;
import dev.appintegrations.console.activity.ActivityNotes;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.deletion.RefusedException.Reason;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.Planner;
import dev.appintegrations.console.deletion.plan.World;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Deletions of every account: planned, confirmed, watched, cancelled, tried again.
 */
@Component
public class Deletions {

	private final WorldReader worlds;

	private final PlanStore plans;

	private final DeletionStore store;

	private final DeletionScheduler scheduler;

	private final DeletionWatches watches;

	private final Operations operations;

	private final ConfirmationCheck check;

	private final Retries retries;

	private final DeletionProperties properties;

	private final Clock clock;

	Deletions(WorldReader worlds, PlanStore plans, DeletionStore store, DeletionScheduler scheduler,
			DeletionWatches watches, Operations operations, ConfirmationCheck check, Retries retries,
			DeletionProperties properties, Clock clock) {
		this.worlds = worlds;
		this.plans = plans;
		this.store = store;
		this.scheduler = scheduler;
		this.watches = watches;
		this.operations = operations;
		this.check = check;
		this.retries = retries;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Plans a deletion from what AWS shows now, and keeps the plan for its confirmation.
	 * @param account the account
	 * @param user who asks
	 * @param request what is to be deleted
	 * @return the plan; one without steps can't be confirmed and says why
	 * @throws RefusedException if nothing may be deleted in this account
	 * @throws AccessDeniedException if the user may not plan
	 * @throws AwsFailedException if STS could not say whose credentials these are
	 */
	public StoredPlan plan(Account account, String user, PlanRequest request) {
		Operation operation = new Operation(user, Permission.PLAN_DELETION, account.alias(), Titles.of(request),
				Map.of());
		return this.operations.run(operation, (notes) -> {
			refuseWhereOff(account);
			return stored(planned(account, user, request), user);
		});
	}

	/**
	 * What a plan for one item or its associations would be, from what was read already.
	 * Reads nothing and keeps nothing.
	 * @param account the account
	 * @param request what is to be deleted
	 * @param item the item
	 * @param holdings who holds its associations
	 * @return the plan; one without steps says why
	 */
	public DeletionPlan preview(Account account, PlanRequest request, IntegrationDetails item, Holdings holdings) {
		World world = new World(account, item.arn().accountId(), item.readAt(), List.of(new World.Item(item, holdings)),
				Map.of(), null, null, Map.of());
		return Planner.plan(request, world, this.properties.keepTag());
	}

	private DeletionPlan planned(Account account, String user, PlanRequest request) {
		return Planner.plan(request, this.worlds.read(account, request, user), this.properties.keepTag());
	}

	private StoredPlan stored(DeletionPlan plan, String user) {
		Instant now = this.clock.instant();
		StoredPlan stored = new StoredPlan(UUID.randomUUID(), plan, plan.fingerprint(), user, now,
				now.plus(this.properties.planValidity()), null);
		this.plans.trim(now.minus(this.properties.planValidity()));
		this.plans.add(stored);
		return stored;
	}

	/**
	 * A plan of an account.
	 * @param account the account
	 * @param id the plan's id
	 * @return empty if the account has none with this id
	 */
	public Optional<StoredPlan> findPlan(AccountAlias account, UUID id) {
		return this.plans.find(account, id);
	}

	/**
	 * The deletion that a plan became.
	 * @param plan the plan's id
	 * @return empty if it was not confirmed
	 */
	public Optional<UUID> ofPlan(UUID plan) {
		return this.store.ofPlan(plan);
	}

	/**
	 * Confirms a plan. AWS is read once more, and the deletion begins only if the plan
	 * made from that has the same fingerprint.
	 * @param account the account
	 * @param user who confirms
	 * @param id the plan's id
	 * @param confirmation what the user answers
	 * @return the deletion, not begun
	 * @throws RefusedException if the answer does not fit, or the world has changed
	 * @throws AccessDeniedException if the user may not confirm
	 */
	public Deletion confirm(Account account, String user, UUID id, Confirmation confirmation) {
		StoredPlan stored = findPlan(account.alias(), id).orElseGet(() -> noSuchPlan(account, user, id));
		DeletionPlan plan = stored.plan();
		Operation operation = new Operation(user, Permission.CONFIRM_DELETION, account.alias(),
				Titles.of(plan.request()),
				Map.of("plan", id.toString(), "typedFor",
						(plan.confirmation() != null) ? plan.confirmation().phrase() : "", "fingerprint",
						stored.fingerprint()));
		Optional<RuntimeException> refusal = this.check.refusal(account, stored, confirmation)
			.<RuntimeException>map((refused) -> refused)
			.or(() -> changed(account, user, stored));
		return this.operations.change(operation, (notes) -> {
			refusal.ifPresent((refused) -> {
				throw refused;
			});
			return begin(stored, user, notes);
		});
	}

	private StoredPlan noSuchPlan(Account account, String user, UUID id) {
		return this.operations.change(
				new Operation(user, Permission.CONFIRM_DELETION, account.alias(), "plan " + id, Map.of()), (notes) -> {
					throw new RefusedException(Reason.NO_SUCH_PLAN,
							"This account has no such plan. Plans that were not confirmed are removed some time after they expire. Make a new one.");
				});
	}

	private Optional<RuntimeException> changed(Account account, String user, StoredPlan stored) {
		DeletionPlan now;
		try {
			now = planned(account, user, stored.plan().request());
		}
		catch (AwsFailedException ex) {
			return Optional.of(ex);
		}
		return now.fingerprint().equals(stored.fingerprint()) ? Optional.empty() : Optional
			.of(new RefusedException(Reason.WORLD_CHANGED,
					"What AWS shows now is not what this plan was made from. Nothing was done. Look at the new plan.",
					stored(now, user).id()));
	}

	private Deletion begin(StoredPlan stored, String user, ActivityNotes notes) {
		DeletionPlan plan = stored.plan();
		UUID id = UUID.randomUUID();
		Instant now = this.clock.instant();
		if (!this.plans.use(stored.id(), now)) {
			throw this.check.used(stored);
		}
		this.store.add(id, stored.id(), plan, Titles.of(plan), user, now);
		this.store.claim(id, plan);
		this.scheduler.schedule(id);
		notes.after(Map.of("deletion", id.toString()));
		return this.store.find(id).orElseThrow();
	}

	/**
	 * A deletion of an account.
	 * @param account the account
	 * @param id the deletion's id
	 * @return empty if the account has none with this id
	 */
	public Optional<Deletion> find(AccountAlias account, UUID id) {
		return this.store.find(id).filter((deletion) -> deletion.account().equals(account));
	}

	/**
	 * Deletions of an account with all their steps, newest first.
	 * @param account the account
	 * @param page number of the page, from 0
	 * @param size deletions on a page
	 * @return a page, empty beyond the end
	 */
	public List<Deletion> history(AccountAlias account, int page, int size) {
		return this.store.history(account, page, size);
	}

	/**
	 * Deletions of an account in a line each, newest first.
	 * @param account the account
	 * @param page number of the page, from 0
	 * @param size deletions on a page
	 * @return a page, empty beyond the end
	 */
	public List<DeletionSummary> summaries(AccountAlias account, int page, int size) {
		return this.store.summaries(account, page, size);
	}

	/**
	 * How many deletions there were.
	 * @param account the account
	 * @return a number
	 */
	public int historySize(AccountAlias account) {
		return this.store.historySize(account);
	}

	/**
	 * Watches a deletion.
	 * @param deletion its id
	 * @param afterEvent the number of the last event already known, 0 for none
	 * @param listener is given every later event in order, and must not block; the last
	 * one is {@link DeletionEvent#finished()}
	 * @return closes the watch
	 */
	public AutoCloseable watch(UUID deletion, int afterEvent, Consumer<DeletionEvent> listener) {
		return this.watches.watch(deletion, afterEvent, listener);
	}

	/**
	 * Which running deletions touch what.
	 * @param account the account
	 * @return the deletion's id by ARN
	 */
	public Map<String, UUID> running(AccountAlias account) {
		return this.store.claims(account);
	}

	/**
	 * Stops a deletion before its next step. What AWS was asked already is watched to its
	 * end.
	 * @param account the account
	 * @param user who cancels
	 * @param id the deletion's id
	 * @throws RefusedException if it has ended or was cancelled before
	 * @throws AccessDeniedException if the user may not
	 */
	public void cancel(Account account, String user, UUID id) {
		this.operations.change(new Operation(user, Permission.CONTROL_DELETION, "CANCEL_DELETION", account.alias(),
				id.toString(), Map.of()), (notes) -> {
					if (!this.store.cancel(id, user, this.clock.instant())) {
						throw new RefusedException(Reason.NOT_POSSIBLE,
								"This deletion has ended or was cancelled before. Nothing was done.");
					}
					return id;
				});
		this.scheduler.wake(id);
	}

	/**
	 * Tries failed steps again, and those that relied on them; goes on where it was
	 * paused. A step whose outcome is unknown is only read again. Blocked steps need a
	 * new plan.
	 * @param account the account
	 * @param user who retries
	 * @param id the deletion's id
	 * @throws RefusedException if nothing can be tried again
	 * @throws AccessDeniedException if the user may not
	 */
	public void retry(Account account, String user, UUID id) {
		this.operations.change(new Operation(user, Permission.CONTROL_DELETION, "RETRY_DELETION", account.alias(),
				id.toString(), Map.of()), (notes) -> {
					this.retries.reopen(find(account.alias(), id)
						.orElseThrow(() -> new RefusedException(Reason.NOT_POSSIBLE, "There is no such deletion.")));
					return id;
				});
		this.scheduler.wake(id);
	}

	/**
	 * Whether {@link #retry} would find something to do.
	 * @param deletion a deletion
	 * @return true if it is paused, or some step failed or is unknown
	 */
	public boolean mayRetry(Deletion deletion) {
		return this.retries.may(deletion);
	}

	private static void refuseWhereOff(Account account) {
		if (account.deletionOff() != null) {
			throw new RefusedException(Reason.DELETION_OFF, account.deletionOff());
		}
	}

	/**
	 * The deletion that touches something of a plan right now.
	 * @param plan the plan
	 * @return empty if none does
	 */
	public Optional<UUID> running(StoredPlan plan) {
		Map<String, UUID> running = running(plan.plan().account());
		return plan.plan().claims().stream().filter(running::containsKey).map(running::get).findFirst();
	}

	/**
	 * The deletion that touches something right now.
	 * @param account the account
	 * @param arn an ARN
	 * @return empty if none does
	 */
	public Optional<UUID> running(AccountAlias account, Arn arn) {
		return Optional.ofNullable(running(account).get(arn.toString()));
	}

}
