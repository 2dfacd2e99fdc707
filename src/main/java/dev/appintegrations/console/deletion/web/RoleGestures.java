package dev.appintegrations.console.deletion.web;

import java.util.Optional;
import java.util.UUID;

import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Caller;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.role.Blockers;
import dev.appintegrations.console.role.RoleActions;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.ServiceLinkedRole;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Offers to delete the role where nothing is known to keep it, and everything where
 * something is left.
 */
@Component
class RoleGestures implements RoleActions {

	private final Deletions deletions;

	RoleGestures(Deletions deletions) {
		this.deletions = deletions;
	}

	@Override
	public Optional<Offer> offer(Account account, Caller user, RoleReading reading, @Nullable Blockers blockers) {
		ServiceLinkedRole role = reading.role();
		boolean something = role != null || blockers == null || !blockers.none();
		if (!user.may(Permission.PLAN_DELETION) || !something) {
			return Optional.empty();
		}
		if (account.deletionOff() != null) {
			return Optional.of(new Offer(null, false, account.deletionOff(), null));
		}
		UUID running = (role != null) ? this.deletions.running(account.alias()).get(role.arn()) : null;
		if (running != null) {
			return Optional.of(new Offer(null, false, null, Pages.deletion(account.alias(), running)));
		}
		String whyNot = (role != null) ? whyNot(blockers) : null;
		return Optional.of(new Offer((role != null && whyNot == null) ? role.arn() : null, true, whyNot, null));
	}

	private static @Nullable String whyNot(@Nullable Blockers blockers) {
		if (blockers == null || blockers.integrations() == 0) {
			return null;
		}
		long regions = blockers.regions().stream().filter((region) -> region.integrations() > 0).count();
		return "The role can't be deleted yet: " + Moment.counted(blockers.integrations(), "integration") + " in "
				+ Moment.counted(regions, "region") + ", listed below. Delete everything removes them first.";
	}

}
