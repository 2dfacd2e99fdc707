package dev.appintegrations.console.overview;

import java.time.Instant;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.role.Blockers;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.ServiceLinkedRole;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The role in a few words.
 *
 * @param tone of its state
 * @param status its state
 * @param lastUse when it was last used, empty if that is not known
 * @param blockers what keeps it from being deleted
 * @param missing whether it is missing while something needs it
 * @param href its page
 */
record RoleCard(String tone, String status, String lastUse, String blockers, boolean missing, String href) {

	static RoleCard of(Account account, RoleReading reading, @Nullable Blockers blockers, Instant now) {
		int integrations = (blockers != null) ? blockers.integrations() : 0;
		String href = "/accounts/" + account.alias() + "/role";
		return switch (reading.state()) {
			case PRESENT -> new RoleCard("good", "Present", lastUse(reading.role(), now), words(blockers), false, href);
			case ABSENT -> new RoleCard((integrations > 0) ? "bad" : "calm",
					(integrations > 0) ? "Missing" : "Absent, and nothing here needs it", "", "", integrations > 0,
					href);
			case DELETING -> new RoleCard("busy", "Being deleted", "", words(blockers), false, href);
			case UNKNOWN -> new RoleCard(reading.failures().isEmpty() ? "busy" : "warning",
					reading.failures().isEmpty() ? "Being read" : "Not known: IAM could not be asked", "", "", false,
					href);
		};
	}

	private static String lastUse(@Nullable ServiceLinkedRole role, Instant now) {
		if (role == null || role.lastUsed() == null) {
			return "Not used in the last 400 days.";
		}
		String region = role.lastUsed().region();
		return "Last used " + Moment.of(role.lastUsed().at(), now).ago() + ((region != null) ? " in " + region : "")
				+ ".";
	}

	private static String words(@Nullable Blockers blockers) {
		if (blockers == null) {
			return "";
		}
		if (blockers.none()) {
			return "Nothing that a scan can find keeps it from being deleted.";
		}
		if (blockers.integrations() == 0) {
			return "Whether it could be deleted is not proved.";
		}
		long regions = blockers.regions().stream().filter((region) -> region.integrations() > 0).count();
		return "Can't be deleted yet: " + Moment.counted(blockers.integrations(), "integration") + " in "
				+ Moment.counted(regions, "region") + ".";
	}

}
