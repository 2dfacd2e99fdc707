package dev.appintegrations.console.inventory.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.Scans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

@PageTest
class ScanPagesTests {

	private static final String SCANS = "/accounts/demo/scans";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Inventory inventory;

	@Test
	void letsAViewerStartAScanAndGoesBackToWhereItWasAskedFor() {
		Scan scan = Scans.finished().running("eu-west-2").scan();
		given(this.inventory.start(Scans.ALIAS, Set.of(), "viewer")).willReturn(scan);
		assertThat(start("/accounts/demo/regions")).hasStatus3xxRedirection()
			.hasRedirectedUrl("/accounts/demo/regions");
		assertThat(start("")).hasStatus3xxRedirection().hasRedirectedUrl(SCANS + "/" + scan.id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/", "//example.com", "/\\example.com", "javascript:alert(1)",
			"/a\r\nSet-Cookie: x=y" })
	void neverLeadsAwayFromThisConsole(String back) {
		given(this.inventory.start(any(), any(), any())).willReturn(Scans.finished().scan());
		assertThat(start(back)).hasStatus3xxRedirection().hasRedirectedUrl("/");
	}

	@Test
	void startsNothingWithoutTheToken() {
		MvcTestResult answer = this.mvc.post().uri(SCANS).with(SignedIn.viewer()).exchange();
		assertThat(answer).hasStatus(HttpStatus.FORBIDDEN);
		verify(this.inventory, never()).start(any(), any(), any());
	}

	@Test
	void listsScansNewestFirstInPages() {
		given(this.inventory.history(Scans.ALIAS, 1, 2))
			.willReturn(List.of(Scans.finished().deniedByOrganisation("ap-southeast-1").scan(),
					Scans.finished().interrupted("eu-west-2").scan()));
		given(this.inventory.historySize(Scans.ALIAS)).willReturn(5);
		assertThat(ok(SCANS + "?page=1&size=2")).contains("Page 2 of 3", "scans?size=2&amp;page=0",
				"scans?size=2&amp;page=2", "incomplete", "interrupted");
	}

	@Test
	void saysThatThereAreNoScansYet() {
		given(this.inventory.history(any(), anyInt(), anyInt())).willReturn(List.of());
		assertThat(ok(SCANS)).contains("No scans here.", "Scan now");
	}

	@Test
	void provesEveryListRegionByRegion() {
		Scan scan = Scans.finished().listed("us-east-1", 0, 60, 0, 36).scan();
		given(this.inventory.find(Scans.ALIAS, scan.id())).willReturn(Optional.of(scan));
		assertThat(ok(SCANS + "/" + scan.id())).containsSubsequence("US East (N. Virginia)", "ListEventIntegrations",
				"the region", "60", "yes", "ListEventIntegrationAssociations", "60 items", "36", "yes");
	}

	@Test
	void showsWhatAwsSaidAndThePolicyToCopy() {
		Scan scan = Scans.finished().denied("eu-west-2", "ListApplications").partly("us-west-2", 1).scan();
		given(this.inventory.find(Scans.ALIAS, scan.id())).willReturn(Optional.of(scan));
		assertThat(ok(SCANS + "/" + scan.id())).contains("AccessDeniedException", "Request id id-of-ListApplications",
				"What to do about AccessDeniedException.", "A policy statement that would allow it:",
				"&quot;app-integrations:ListApplications&quot;", "of orders and 1 more");
	}

	@Test
	void provesWhichListsOfHoldersWereReadBesideTheRegionsOwn() {
		Scan scan = Scans.finished().listed("us-east-1", 0, 1, 0, 1).searched("us-east-1", Scans.found()).scan();
		given(this.inventory.find(Scans.ALIAS, scan.id())).willReturn(Optional.of(scan));
		assertThat(ok(SCANS + "/" + scan.id())).containsSubsequence("US East (N. Virginia)", "ListEventIntegrations",
				"Who holds the associations", "looked for everywhere", "4 calls, 0.31 s, after the lists",
				"ListInstances", "once", "12", "yes", "ListIntegrationAssociations", "12 times", "3", "yes");
	}

	@Test
	void showsWhatWasDeniedInTheSearchForHoldersAndTheRegionStaysListed() {
		Scan scan = Scans.finished().listed("us-east-1", 0, 1, 0, 1).searched("us-east-1", Scans.foundInPart()).scan();
		given(this.inventory.find(Scans.ALIAS, scan.id())).willReturn(Optional.of(scan));
		assertThat(ok(SCANS + "/" + scan.id()))
			.contains("9 of 9 regions proved", "looked for in part", "not authorized to perform: connect:ListInstances",
					"A policy statement that would allow it:", "&quot;connect:ListInstances&quot;")
			.doesNotContain("data-hx-sse-connect");
	}

	@Test
	void watchesTheSearchForHoldersAfterTheScan() {
		Scan scan = Scans.finished().listed("us-east-1", 0, 1, 0, 1).searched("us-east-1", Scans.searching()).scan();
		given(this.inventory.find(Scans.ALIAS, scan.id())).willReturn(Optional.of(scan));
		assertThat(ok(SCANS + "/" + scan.id()).replaceAll("<[^>]+>", "")).contains("being looked for",
				"Who holds the associations in us-east-1 is being found out.");
		assertThat(ok(SCANS + "/" + scan.id())).contains(scan.id() + "/events?holders=true\"");
	}

	@Test
	void saysThatASearchForHoldersWasInterrupted() {
		Scan scan = Scans.finished()
			.listed("us-east-1", 0, 1, 0, 1)
			.searched("us-east-1", Scans.searchInterrupted())
			.scan();
		given(this.inventory.find(Scans.ALIAS, scan.id())).willReturn(Optional.of(scan));
		assertThat(ok(SCANS + "/" + scan.id())).contains("not looked for to the end",
				"The console was stopped. Scan again.");
	}

	@Test
	void showsAnInterruptedScanAsThat() {
		Scan scan = Scans.finished().interrupted("eu-west-2").scan();
		given(this.inventory.find(Scans.ALIAS, scan.id())).willReturn(Optional.of(scan));
		assertThat(ok(SCANS + "/" + scan.id())).contains("The console was stopped while this scan ran.", "not read")
			.doesNotContain("being read", "aria-busy");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nonsense", "/1-1-1-1-1", "/00000000-0000-0000-0000-000000000000", "/nonsense/events" })
	void hasNoPageForScansThatAreNotThere(String scan) {
		given(this.inventory.find(any(), any())).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri(SCANS + scan).with(SignedIn.viewer())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void showsAllRegionsInAwssOrderWithWhyAndWhatToDo() {
		given(this.inventory.latest(Scans.ALIAS))
			.willReturn(Optional.of(Scans.finished().deniedByOrganisation("ap-southeast-1").scan()));
		assertThat(ok("/accounts/demo/regions")).containsSubsequence("us-east-1", "us-west-2", "ap-south-1",
				"AWS lists this region for the role, but publishes no AppIntegrations endpoint there. Not called.",
				"ap-northeast-2", "ap-southeast-1", "denied", "What to do about AccessDeniedException.",
				"What AWS said", "ap-southeast-2", "ap-northeast-1", "ca-central-1", "eu-central-1", "eu-west-2",
				"af-south-1", "The account has not enabled this region.");
	}

	@Test
	void showsRegionsBeforeTheFirstScan() {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.empty());
		assertThat(ok("/accounts/demo/regions")).contains("not scanned", "Scan now");
	}

	private MvcTestResult start(String back) {
		var request = this.mvc.post()
			.uri(SCANS)
			.with(SignedIn.viewer())
			.with(SecurityMockMvcRequestPostProcessors.csrf());
		return (back.isEmpty() ? request : request.param("back", back)).exchange();
	}

	private String ok(String path) {
		MvcTestResult answer = this.mvc.get().uri(path).with(SignedIn.viewer()).exchange();
		assertThat(answer).hasStatusOk();
		return SignedIn.text(answer);
	}

}
