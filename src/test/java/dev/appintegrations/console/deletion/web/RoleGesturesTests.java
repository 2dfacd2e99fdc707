package dev.appintegrations.console.deletion.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.Role;
import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.role.Blockers;
import dev.appintegrations.console.role.RoleActions.Offer;
import dev.appintegrations.console.role.RoleNames;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.RoleState;
import dev.appintegrations.console.role.ServiceLinkedRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

class RoleGesturesTests {

	private static final CurrentUser OPERATOR = new CurrentUser("id", "operator", Role.OPERATOR);

	private static final CurrentUser VIEWER = new CurrentUser("id", "viewer", Role.VIEWER);

	private static final String ARN = RoleNames.arn("111122223333");

	private static final RoleReading PRESENT = reading(RoleState.PRESENT, new ServiceLinkedRole(ARN, "AROA1",
			RoleNames.PATH, Scans.STARTED, null, 3600, null, "{}", Map.of(), null, null, null));

	private static final RoleReading ABSENT = reading(RoleState.ABSENT, null);

	private static final Blockers NOTHING = Blockers.of(Scans.finished().scan());

	private static final Blockers SOMETHING = Blockers.of(Scans.finished().listed("eu-west-2", 1, 2, 0, 0).scan());

	private static final Blockers UNPROVED = Blockers
		.of(Scans.finished().deniedByOrganisation("ap-southeast-1").scan());

	private final Deletions deletions = Mockito.mock(Deletions.class);

	private final RoleGestures gestures = new RoleGestures(this.deletions);

	@Test
	void offersTheRoleWhereNothingIsKnownToKeepIt() {
		for (Blockers blockers : new Blockers[] { null, NOTHING, UNPROVED }) {
			assertThat(offer(PRESENT, blockers)).isEqualTo(new Offer(ARN, true, null, null));
		}
	}

	@Test
	void saysWhatKeepsTheRoleAndOffersEverything() {
		assertThat(offer(PRESENT, SOMETHING)).isEqualTo(new Offer(null, true,
				"The role can't be deleted yet: 3 integrations in 1 region, listed below. Delete everything removes them first.",
				null));
	}

	@Test
	void offersEverythingWithoutTheRoleWhereSomethingMayBeLeft() {
		assertThat(offer(ABSENT, SOMETHING)).isEqualTo(new Offer(null, true, null, null));
		assertThat(offer(ABSENT, UNPROVED)).isEqualTo(new Offer(null, true, null, null));
		assertThat(this.gestures.offer(Scans.ACCOUNT, OPERATOR, ABSENT, NOTHING)).isEmpty();
	}

	@Test
	void offersNothingToViewers() {
		assertThat(this.gestures.offer(Scans.ACCOUNT, VIEWER, PRESENT, NOTHING)).isEmpty();
	}

	@Test
	void saysWhyNothingMayBeDeletedInTheAccount() {
		Account off = new Account(Scans.ALIAS, "Label", false, "Deletion is off.", false, Scans.ACCOUNT.regions());
		assertThat(this.gestures.offer(off, OPERATOR, PRESENT, NOTHING))
			.contains(new Offer(null, false, "Deletion is off.", null));
	}

	@Test
	void linksTheDeletionThatRuns() {
		UUID running = UUID.randomUUID();
		given(this.deletions.running(Scans.ALIAS)).willReturn(Map.of(ARN, running));
		assertThat(offer(PRESENT, NOTHING))
			.isEqualTo(new Offer(null, false, null, "/accounts/demo/deletions/" + running));
	}

	private Offer offer(RoleReading reading, @Nullable Blockers blockers) {
		return this.gestures.offer(Scans.ACCOUNT, OPERATOR, reading, blockers).orElseThrow();
	}

	private static RoleReading reading(RoleState state, @Nullable ServiceLinkedRole role) {
		return new RoleReading(state, role, List.of(), Scans.STARTED);
	}

}
