package dev.appintegrations.console.deletion.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.appintegrations.console.deletion.StoredPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Blocked;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Definition;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Going;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Kept;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Unproven;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its page shows it.
 *
 * @param path its page
 * @param fingerprint what its confirmation must name
 * @param title what it is about
 * @param going what will be gone
 * @param steps what is done, in order
 * @param kept what stays on purpose
 * @param blocked what can't be deleted
 * @param unproven regions that could not be read
 * @param warnings what else to know
 * @param definitions how everything that goes was defined
 * @param typing what must be typed, or {@code null} if there is nothing to confirm
 * @param request what was asked for
 * @param createdBy who asked
 * @param created when
 * @param expires until when it can be confirmed
 * @param expired whether that is over
 */
record PlanView(String path, String fingerprint, String title, List<Gone> going, List<Step> steps, List<Kept> kept,
		List<Blocked> blocked, List<Unproven> unproven, List<String> warnings, List<Definition> definitions,
		@Nullable Typing typing, Asked request, String createdBy, Moment created, Moment expires, boolean expired) {

	static PlanView of(Account account, StoredPlan stored, Instant now) {
		DeletionPlan plan = stored.plan();
		return new PlanView(Pages.plan(plan.account(), stored.id()), stored.fingerprint(), title(plan),
				plan.going().stream().map((going) -> Gone.of(account, plan, going)).toList(),
				plan.steps().stream().map(Step::of).toList(), plan.kept(), plan.blocked(), plan.unproven(),
				plan.warnings(), plan.definitions(), Typing.of(plan), Asked.of(plan), stored.createdBy(),
				Moment.of(stored.createdAt(), now), Moment.of(stored.expiresAt(), now),
				!now.isBefore(stored.expiresAt()));
	}

	/**
	 * Whether a holder must be chosen before there is a plan.
	 * @return true if nothing proves who holds an association
	 */
	public boolean choosing() {
		return choosing(this.blocked);
	}

	private static boolean choosing(List<Blocked> blocked) {
		return blocked.stream().anyMatch((each) -> !each.choices().isEmpty());
	}

	private static String title(DeletionPlan plan) {
		DeletionPlan.Confirmation confirmation = plan.confirmation();
		if (confirmation == null) {
			return choosing(plan.blocked()) ? "Which holder is meant" : "Nothing to delete";
		}
		return (plan.going().size() == 1) ? confirmation.button() + ": " + plan.going().getFirst().name()
				: "Delete " + Moment.counted(plan.going().size(), "item");
	}

	/**
	 * Something that will be gone.
	 *
	 * @param kind what it is
	 * @param name its name
	 * @param region where
	 * @param arn its ARN
	 * @param href its page, or {@code null}
	 * @param along what goes with it, empty if nothing
	 */
	record Gone(String kind, String name, String region, String arn, @Nullable String href, String along) {

		private static Gone of(Account account, DeletionPlan plan, Going going) {
			int associations = plan.steps()
				.stream()
				.filter((step) -> step.kind().item() && step.key().equals(going.arn()))
				.mapToInt((step) -> step.children().size())
				.sum();
			return new Gone(going.kind().words(), going.name(),
					(going.region() != null) ? going.region().code() : "global", going.arn(),
					Pages.item(account, plan.accountId(), going.arn()).orElse(null),
					(associations > 0) ? "with " + Moment.counted(associations, "association") : "");
		}

	}

	/**
	 * A step.
	 *
	 * @param number its number
	 * @param words what it does
	 * @param subject to what
	 * @param region where
	 * @param reason why
	 * @param waitsFor what it waits for, or {@code null}
	 * @param after the steps before it, in words, empty if none
	 * @param call the call to AWS that changes something, empty if there is none
	 */
	record Step(int number, String words, String subject, String region, String reason, @Nullable String waitsFor,
			String after, String call) {

		private static Step of(PlannedStep step) {
			return new Step(step.number(), step.kind().words(), step.subject(),
					(step.region() != null) ? step.region().code() : "global", step.reason(), step.waitsFor(),
					step.after().stream().map(String::valueOf).collect(Collectors.joining(", ")),
					step.kind().operation().isEmpty() ? "" : step.kind().service() + ":" + step.kind().operation());
		}

	}

	/**
	 * What must be typed.
	 *
	 * @param prompt what it confirms
	 * @param button the words of the button
	 * @param phrase what must be typed
	 * @param spelling the same with odd characters made visible
	 * @param accountId the account's twelve digits
	 * @param accountIdToo whether they must be typed too
	 * @param where the regions
	 */
	record Typing(String prompt, String button, String phrase, List<Spelling.Run> spelling, String accountId,
			boolean accountIdToo, String where) {

		private static @Nullable Typing of(DeletionPlan plan) {
			DeletionPlan.Confirmation confirmation = plan.confirmation();
			return (confirmation != null) ? new Typing(confirmation.prompt(), confirmation.button(),
					confirmation.phrase(), Spelling.of(confirmation.phrase()), plan.accountId(),
					confirmation.accountIdToo(), where(plan)) : null;
		}

		private static String where(DeletionPlan plan) {
			return plan.going()
				.stream()
				.map((going) -> (going.region() != null) ? going.region().code() : "global")
				.distinct()
				.sorted()
				.collect(Collectors.joining(", "));
		}

	}

	/**
	 * What was asked for, so that it can be asked for again.
	 *
	 * @param targets ARNs
	 * @param everything whether everything is meant
	 * @param force whether by force
	 * @param holders chosen holders by the association's ARN
	 */
	record Asked(List<String> targets, boolean everything, boolean force, Map<String, String> holders) {

		static Asked of(DeletionPlan plan) {
			return new Asked(plan.request().targets().stream().map((target) -> target.arn().toString()).toList(),
					plan.request().everything(), plan.request().force(), plan.request().holders());
		}

	}

}
