package dev.appintegrations.console.overview;

import java.util.List;
import java.util.Optional;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.Scans;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

@PageTest
class OverviewPageTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Inventory inventory;

	@Test
	void offersAScanWhereThereWasNoneAndStartsNoneByItself() {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.empty());
		assertThat(page())
			.contains("Nothing is known of this account yet.", "Scan now", "not scanned", "It changes nothing.")
			.doesNotContain("proved");
		verify(this.inventory, never()).start(any(), any(), any());
	}

	@Test
	void saysTheVerdictFirstAndWhatNeedsAttention() {
		show(Scans.finished().listed("us-east-1", 5, 60, 3, 36).deniedByOrganisation("ap-southeast-1").scan(), 2);
		assertThat(page())
			.contains("8 of 9 regions proved: 68 integrations and applications. ap-southeast-1 could not be read: "
					+ "denied by an organisation policy.")
			.contains("Mumbai has no endpoint. Cape Town is not enabled in this account.")
			.contains("Asia Pacific (Singapore): denied by an organisation policy")
			.contains("2 integrations that nobody can delete")
			.contains("scan took 0.61 s");
	}

	@Test
	void drawsADiscForEveryRegionWithItsNumberInWords() {
		show(Scans.finished().listed("us-east-1", 5, 60, 3, 36).scan(), 0);
		assertThat(page()).contains("aria-label=\"US East (N. Virginia): listed, 68 integrations and applications\"")
			.contains("aria-label=\"Africa (Cape Town): not enabled\"");
	}

	@Test
	void followsARunningScan() {
		show(Scans.finished().running("eu-west-2").scan(), 0);
		assertThat(page()).contains("10 of 11 regions settled", "Known when the scan is finished.")
			.contains("/events\"", "aria-busy=\"true\"", "Refresh")
			.doesNotContain("class=\"verdict\"");
	}

	@Test
	void needsNoInlineStyleOrScript() {
		show(Scans.finished().listed("us-east-1", 5, 60, 3, 36).scan(), 0);
		assertThat(page()).doesNotContain("style=\"", "<style", "onclick", "hx-on");
	}

	private void show(Scan scan, int undeletable) {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(scan));
		given(this.inventory.undeletable(any())).willReturn(undeletable);
	}

	private String page() {
		var result = this.mvc.get().uri("/accounts/demo/overview").with(SignedIn.viewer()).exchange();
		assertThat(result).hasStatusOk();
		return SignedIn.text(result);
	}

}
