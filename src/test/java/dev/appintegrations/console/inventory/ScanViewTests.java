package dev.appintegrations.console.inventory;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScanViewTests {

	@Test
	void countsOnlyRegionsThatAreEnabledAndHaveAnEndpoint() {
		ScanView scan = Scans.finished().listed("us-east-1", 5, 60, 3, 36).view();
		assertThat(scan.verdict()).isEqualTo("9 of 9 regions proved: 68 integrations and applications.");
		assertThat(scan.calm()).isEqualTo("Mumbai has no endpoint. Cape Town is not enabled in this account.");
		assertThat(scan.complete()).isTrue();
	}

	@Test
	void saysWhichRegionCouldNotBeReadAndWhy() {
		ScanView scan = Scans.finished()
			.listed("eu-west-2", 0, 124, 0, 0)
			.deniedByOrganisation("ap-southeast-1")
			.view();
		assertThat(scan.verdict()).isEqualTo("8 of 9 regions proved: 124 integrations and applications."
				+ " ap-southeast-1 could not be read: denied by an organisation policy.");
	}

	@Test
	void putsRegionsWithTheSameReasonIntoOneSentence() {
		ScanView scan = Scans.finished()
			.failed("us-west-2", RegionOutcome.TIMED_OUT)
			.failed("eu-west-2", RegionOutcome.TIMED_OUT)
			.failed("ca-central-1", RegionOutcome.UNREACHABLE)
			.view();
		assertThat(scan.verdict()).isEqualTo("6 of 9 regions proved: nothing there."
				+ " us-west-2 and eu-west-2 could not be read: timed out. ca-central-1 could not be read: unreachable.");
	}

	@Test
	void neverCallsAnAccountEmptyOfWhichNothingIsProved() {
		Scans scans = Scans.finished();
		Scans.ACCOUNT.regions()
			.stream()
			.map((region) -> region.region().code())
			.filter((code) -> !code.equals("ap-south-1") && !code.equals("af-south-1"))
			.forEach((code) -> scans.failed(code, RegionOutcome.CREDENTIALS_EXPIRED));
		assertThat(scans.view().verdict()).startsWith("Nothing is proved. us-east-1, us-west-2, ap-northeast-2,")
			.endsWith("and eu-west-2 could not be read: credentials expired.")
			.doesNotContain("nothing there");
	}

	@Test
	void tellsWhatIsMissingOfAPartlyReadRegion() {
		ScanView scan = Scans.finished().partly("eu-west-2", 2).view();
		assertThat(scan.verdict())
			.endsWith(" eu-west-2 could be read in part: no answer on applications, associations of 2 items.");
		assertThat(scan.unproved()).extracting(RegionView::code).containsExactly("eu-west-2");
	}

	@Test
	void countsOneItemInTheSingular() {
		assertThat(Scans.finished().listed("eu-west-2", 0, 1, 0, 0).view().verdict())
			.isEqualTo("9 of 9 regions proved: 1 integration or application.");
	}

	@Test
	void waitsForNothingInAnInterruptedScan() {
		ScanView scan = Scans.finished().interrupted("eu-west-2").view();
		assertThat(scan.verdict()).endsWith("eu-west-2 could not be read: the console was stopped before it was read.");
		assertThat(scan.unproved()).extracting(RegionView::tone).containsExactly("bad");
		assertThat(scan.complete()).isFalse();
	}

	@Test
	void countsSettledRegionsWhileItRuns() {
		ScanView scan = Scans.finished().running("eu-west-2", "us-east-1").view();
		assertThat(scan.running()).isTrue();
		assertThat(scan.settled()).isEqualTo(9);
		assertThat(scan.took()).isNull();
		assertThat(scan.unproved()).extracting(RegionView::tone).containsOnly("busy");
	}

	@Test
	void isStaleAfterAQuarterOfAnHour() {
		Scan scan = Scans.finished().scan();
		assertThat(ScanView.of(Scans.ACCOUNT, scan, Scans.STARTED.plus(Duration.ofMinutes(15))).stale()).isFalse();
		assertThat(ScanView.of(Scans.ACCOUNT, scan, Scans.STARTED.plus(Duration.ofSeconds(901))).stale()).isTrue();
	}

}
