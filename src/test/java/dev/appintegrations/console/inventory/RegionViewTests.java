package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.stream.IntStream;

import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.SupportedRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegionViewTests {

	@ParameterizedTest
	@CsvSource({ "UNREACHABLE,bad,unreachable", "TIMED_OUT,bad,timed out", "THROTTLED,bad,throttled",
			"CREDENTIALS_EXPIRED,bad,credentials expired", "FAILED,bad,failed", "DENIED,bad,denied" })
	void givesEachFailureItsOwnWord(RegionOutcome outcome, String tone, String word) {
		RegionView region = region(Scans.finished().failed("eu-west-2", outcome), "eu-west-2");
		assertThat(region.tone()).isEqualTo(tone);
		assertThat(region.status()).isEqualTo(word);
		assertThat(region.advice()).isEqualTo("What to do about " + outcome + ".");
	}

	@Test
	void keepsAwssOrderAndShowsAllElevenRegionsBeforeTheFirstScan() {
		List<RegionView> regions = RegionView.of(Scans.ACCOUNT.regions(), null);
		assertThat(regions).extracting(RegionView::code)
			.startsWith("us-east-1", "us-west-2", "ap-south-1")
			.endsWith("eu-west-2", "af-south-1")
			.hasSize(11);
		assertThat(regions).extracting(RegionView::status).containsOnly("not scanned");
	}

	@Test
	void saysWhyMumbaiIsNotCalled() {
		RegionView mumbai = region(Scans.finished(), "ap-south-1");
		assertThat(mumbai.note()).isEqualTo(
				"AWS lists this region for the role, but publishes no AppIntegrations endpoint there. Not called.");
		assertThat(mumbai.tone()).isEqualTo("calm");
		assertThat(mumbai.endpoint()).isFalse();
	}

	@Test
	void repeatsTheReasonWithWhichConfigurationLeavesARegionOut() {
		AccountRegion out = new AccountRegion(SupportedRegion.DOCUMENTED.getFirst(), "no budget there", false);
		assertThat(RegionView.of(List.of(out), null)).singleElement()
			.extracting(RegionView::note)
			.isEqualTo("Left out by configuration: no budget there");
	}

	@Test
	void showsADashForWhatIsNotProvedAndZeroForWhatIs() {
		RegionView partly = region(Scans.finished().partly("eu-west-2", 2), "eu-west-2");
		assertThat(partly.dataIntegrations()).isEqualTo("2");
		assertThat(partly.applications()).isEqualTo("–");
		assertThat(partly.associations()).isEqualTo("–");
		assertThat(region(Scans.finished(), "eu-west-2").applications()).isEqualTo("0");
	}

	@Test
	void writesThePolicyStatementThatWouldAllowWhatWasDenied() {
		RegionView region = region(Scans.finished().denied("eu-west-2", "ListEventIntegrations", "ListApplications"),
				"eu-west-2");
		assertThat(region.policy()).isEqualToIgnoringWhitespace("""
				{ "Effect": "Allow",
				  "Action": [ "app-integrations:ListApplications", "app-integrations:ListEventIntegrations" ],
				  "Resource": "*" }""");
	}

	@Test
	void suggestsNoStatementAgainstAnOrganisationsDeny() {
		RegionView region = region(Scans.finished().deniedByOrganisation("eu-west-2"), "eu-west-2");
		assertThat(region.policy()).isNull();
		assertThat(region.reason()).isEqualTo("denied by an organisation policy");
	}

	@Test
	void putsLikeFailuresTogether() {
		List<ScanFailure> failures = IntStream.range(0, 60)
			.mapToObj((i) -> new ScanFailure("ListEventIntegrationAssociations", "event-" + i, "AccessDeniedException",
					"denied on event-" + i, "id-" + i, null, "advice"))
			.toList();
		assertThat(RegionView.Trouble.of(failures)).singleElement().satisfies((trouble) -> {
			assertThat(trouble.where()).isEqualTo("ListEventIntegrationAssociations of event-0 and 59 more");
			assertThat(trouble.message()).isEqualTo("denied on event-0");
			assertThat(trouble.requestIds()).isEqualTo("id-0, id-1, id-2 and 57 more");
		});
	}

	@Test
	void keepsDifferentFailuresApart() {
		assertThat(region(Scans.finished().partly("eu-west-2", 2), "eu-west-2").troubles())
			.extracting(RegionView.Trouble::where)
			.containsExactly("ListApplications", "ListDataIntegrationAssociations of orders and 1 more");
	}

	private static RegionView region(Scans scans, String code) {
		return scans.view().regions().stream().filter((region) -> region.code().equals(code)).findFirst().orElseThrow();
	}

}
