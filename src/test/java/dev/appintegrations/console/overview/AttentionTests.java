package dev.appintegrations.console.overview;

import java.time.Instant;
import java.util.List;

import dev.appintegrations.console.inventory.RegionOutcome;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.web.Moment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttentionTests {

	private static final RoleCard PRESENT = new RoleCard("good", "Present", "", "", false, "/accounts/demo/role");

	@Test
	void putsAMissingRoleFirst() {
		RoleCard missing = new RoleCard("bad", "Missing", "", "", true, "/accounts/demo/role");
		assertThat(Attention
			.of(Scans.ACCOUNT, Scans.finished().deniedByOrganisation("ap-southeast-1").view(), missing, 0, List.of())
			.getFirst()).extracting(Attention::what, Attention::href)
			.containsExactly("The role is missing while integrations exist", "/accounts/demo/role");
	}

	@Test
	void leavesACompleteAccountInPeace() {
		assertThat(Attention.of(Scans.ACCOUNT, Scans.finished().view(), PRESENT, 0, List.of())).isEmpty();
	}

	@Test
	void saysNothingBeforeThereIsAnythingToSay() {
		assertThat(Attention.of(Scans.ACCOUNT, null, PRESENT, 0, List.of())).isEmpty();
		assertThat(Attention.of(Scans.ACCOUNT, Scans.finished().running("eu-west-2").view(), PRESENT, 0, List.of()))
			.isEmpty();
	}

	@Test
	void namesUnreadRegionsBeforePartlyReadOnesAndWhatCannotBeDeleted() {
		assertThat(Attention.of(Scans.ACCOUNT,
				Scans.finished().partly("us-west-2", 1).failed("eu-west-2", RegionOutcome.TIMED_OUT).view(), PRESENT, 2,
				List.of()))
			.extracting(Attention::what)
			.containsExactly("Europe (London): timed out",
					"US West (Oregon): no answer on applications, associations of 2 items",
					"2 integrations that nobody can delete");
	}

	@Test
	void namesDeletionsThatDidNotEndWellEvenWhileAScanRuns() {
		DeletionRow failed = new DeletionRow("/accounts/demo/deletions/1", "event integration orders in eu-west-2",
				"bad", "failed", "operator", Moment.of(Instant.EPOCH, Instant.EPOCH), true);
		DeletionRow done = new DeletionRow("/accounts/demo/deletions/2", "role", "good", "deleted", "operator",
				Moment.of(Instant.EPOCH, Instant.EPOCH), false);
		assertThat(Attention.of(Scans.ACCOUNT, null, PRESENT, 0, List.of(failed, done))).extracting(Attention::what)
			.containsExactly("Deletion failed: event integration orders in eu-west-2");
	}

	@Test
	void linksToWhatIsKnown() {
		assertThat(Attention.of(Scans.ACCOUNT, Scans.finished().deniedByOrganisation("ap-southeast-1").view(), PRESENT,
				1, List.of()))
			.extracting(Attention::href)
			.containsExactly("/accounts/demo/scans/6f0f0c66-54a9-4c5c-9b0e-3c6a8b1d2e3f#ap-southeast-1",
					"/accounts/demo/integrations?undeletable=true");
	}

}
