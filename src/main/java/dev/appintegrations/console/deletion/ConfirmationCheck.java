package dev.appintegrations.console.deletion;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.appintegrations.console.deletion.RefusedException.Reason;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Unproven;
import dev.appintegrations.console.deletion.plan.Phrase;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Region;

import org.springframework.stereotype.Component;

/**
 * Holds what an operator answers against the plan, as far as that takes no fresh read.
 */
@Component
class ConfirmationCheck {

	private final DeletionStore store;

	private final Clock clock;

	ConfirmationCheck(DeletionStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Why a plan can't be confirmed so.
	 * @param account the account
	 * @param stored the plan
	 * @param confirmation what the user answers
	 * @return empty if it can
	 */
	Optional<RefusedException> refusal(Account account, StoredPlan stored, Confirmation confirmation) {
		if (account.deletionOff() != null) {
			return refused(Reason.DELETION_OFF, account.deletionOff());
		}
		if (stored.usedAt() != null) {
			return Optional.of(used(stored));
		}
		DeletionPlan.Confirmation wanted = stored.plan().confirmation();
		if (wanted == null) {
			return refused(Reason.NOTHING_TO_DO, "This plan has no step, so there is nothing to confirm.");
		}
		if (!this.clock.instant().isBefore(stored.expiresAt())) {
			return refused(Reason.PLAN_EXPIRED, "This plan has expired. Make a new one; it takes a moment.");
		}
		if (!stored.fingerprint().equals(confirmation.fingerprint())) {
			return refused(Reason.FINGERPRINT_DIFFERS,
					"This confirmation belongs to another plan than the one it names. Look at the plan again, and confirm what it shows.");
		}
		return typed(stored.plan(), wanted, confirmation).or(() -> unproven(stored.plan(), confirmation));
	}

	/** The refusal of a plan that was confirmed before. */
	RefusedException used(StoredPlan stored) {
		return new RefusedException(Reason.PLAN_USED,
				"This plan was confirmed before, and a confirmation works once. Look at the deletion that it became, or make a new plan.",
				this.store.ofPlan(stored.id()).orElse(null));
	}

	private static Optional<RefusedException> typed(DeletionPlan plan, DeletionPlan.Confirmation wanted,
			Confirmation confirmation) {
		Optional<String> difference = Phrase.difference(wanted.phrase(), confirmation.typed());
		if (difference.isPresent()) {
			return refused(Reason.PHRASE_DIFFERS, difference.get());
		}
		if (wanted.accountIdToo() && !plan.accountId().equals(confirmation.typedAccount())) {
			return refused(Reason.ACCOUNT_ID_DIFFERS,
					"This account is protected: its account id must be typed too, and what was typed is not it.");
		}
		return Optional.empty();
	}

	private static Optional<RefusedException> unproven(DeletionPlan plan, Confirmation confirmation) {
		Set<Region> unproven = plan.unproven().stream().map(Unproven::region).collect(Collectors.toSet());
		if (unproven.equals(confirmation.acceptUnproven())) {
			return Optional.empty();
		}
		return refused(Reason.UNPROVEN_NOT_ACCEPTED,
				"Each region that could not be read must be accepted, and no other: "
						+ plan.unproven().stream().map((each) -> each.region().code()).collect(Collectors.joining(", "))
						+ ".");
	}

	private static Optional<RefusedException> refused(Reason reason, String message) {
		return Optional.of(new RefusedException(reason, message));
	}

}
