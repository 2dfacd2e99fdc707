package dev.appintegrations.console.deletion.web;

import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTests {

	private static final String OURS = "arn:aws:app-integrations:eu-west-2:111122223333:";

	@ParameterizedTest
	@CsvSource({ "event-integration/orders/created.v2,EVENT_INTEGRATION,orders/created.v2",
			"event-integration-association/orders/created.v2/id-1,EVENT_INTEGRATION,orders/created.v2",
			"data-integration/id-1,DATA_INTEGRATION,id-1",
			"data-integration-association/id-1/id-2,DATA_INTEGRATION,id-1",
			"application-association/id-1/id-2,APPLICATION,id-1",
			"event-integration/x-association/y,EVENT_INTEGRATION,x-association/y" })
	void findsThePageOfAnItemAndOfAnAssociationsItem(String resource, Kind kind, String id) {
		assertThat(Pages.item(Scans.ACCOUNT, "111122223333", OURS + resource))
			.contains("/accounts/demo/integrations/eu-west-2/" + new ItemKey(kind, id).encoded());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7f1c", "arn:aws:s3:::bucket",
			"arn:aws:app-integrations:eu-west-2:999999999999:event-integration/orders",
			"arn:aws:app-integrations:mars-north-1:111122223333:event-integration/orders", OURS + "something/else",
			OURS + "event-integration-association/only", OURS + "event-integration/" })
	void hasNoPageForOddEntries(String text) {
		assertThat(Pages.item(Scans.ACCOUNT, "111122223333", text)).isEmpty();
	}

	@Test
	void linksOnlyRegionsOfTheAccount() {
		assertThat(Pages.region(Scans.ACCOUNT, "eu-west-2")).isEqualTo("/accounts/demo/integrations?region=eu-west-2");
		assertThat(Pages.region(Scans.ACCOUNT, "mars-north-1")).isNull();
		assertThat(Pages.region(Scans.ACCOUNT, null)).isNull();
	}

}
