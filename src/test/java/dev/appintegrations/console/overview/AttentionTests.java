package dev.appintegrations.console.overview;

import dev.appintegrations.console.inventory.RegionOutcome;
import dev.appintegrations.console.inventory.Scans;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttentionTests {

	private static final RoleCard PRESENT = new RoleCard("good", "Present", "", "", false, "/accounts/demo/role");

	@Test
	void putsAMissingRoleFirst() {
		RoleCard missing = new RoleCard("bad", "Missing", "", "", true, "/accounts/demo/role");
		assertThat(
				Attention.of(Scans.ACCOUNT, Scans.finished().deniedByOrganisation("ap-southeast-1").view(), missing, 0)
					.getFirst())
			.extracting(Attention::what, Attention::href)
			.containsExactly("The role is missing while integrations exist", "/accounts/demo/role");
	}

	@Test
	void leavesACompleteAccountInPeace() {
		assertThat(Attention.of(Scans.ACCOUNT, Scans.finished().view(), PRESENT, 0)).isEmpty();
	}

	@Test
	void saysNothingBeforeThereIsAnythingToSay() {
		assertThat(Attention.of(Scans.ACCOUNT, null, PRESENT, 0)).isEmpty();
		assertThat(Attention.of(Scans.ACCOUNT, Scans.finished().running("eu-west-2").view(), PRESENT, 0)).isEmpty();
	}

	@Test
	void namesUnreadRegionsBeforePartlyReadOnesAndWhatCannotBeDeleted() {
		assertThat(Attention.of(Scans.ACCOUNT,
				Scans.finished().partly("us-west-2", 1).failed("eu-west-2", RegionOutcome.TIMED_OUT).view(), PRESENT,
				2))
			.extracting(Attention::what)
			.containsExactly("Europe (London): timed out",
					"US West (Oregon): no answer on applications, associations of 2 items",
					"2 integrations that nobody can delete");
	}

	@Test
	void linksToWhatIsKnown() {
		assertThat(
				Attention.of(Scans.ACCOUNT, Scans.finished().deniedByOrganisation("ap-southeast-1").view(), PRESENT, 1))
			.extracting(Attention::href)
			.containsExactly("/accounts/demo/scans/6f0f0c66-54a9-4c5c-9b0e-3c6a8b1d2e3f#ap-southeast-1",
					"/accounts/demo/integrations?undeletable=true");
	}

}
