package dev.appintegrations.console.inventory.web;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.ItemPage;
import dev.appintegrations.console.inventory.HoldingState;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IntegrationsViewTests {

	private static final IntegrationsForm ALL = new IntegrationsForm(null, null, null, null, null, null, null, null,
			null);

	@Test
	void linksNamesThatNoPathCouldCarry() {
		assertThat(row(Scans.event("..")).href())
			.isEqualTo("/accounts/demo/integrations/eu-west-2/ZXZlbnQtaW50ZWdyYXRpb24vLi4");
	}

	@Test
	void countsWhoHoldsTheAssociations() {
		IntegrationsView.Row row = row(
				held(Scans.association("connect.amazonaws.com", null), Scans.association("profile.amazonaws.com", null),
						Scans.association("connect.amazonaws.com", null), Scans.association("own-tool", null)));
		assertThat(row.associations()).isEqualTo("4");
		assertThat(row.holders()).isEqualTo("Amazon Connect ×2, Customer Profiles, own-tool");
		assertThat(row.marks()).extracting(IntegrationsView.Mark::words)
			.containsExactly("In use, holder not looked for yet");
	}

	@Test
	void namesHoldersThatAreProvedAndTheWorstOfWhatIsNot() {
		IntegrationsView.Row row = row(held(
				Scans.association("connect.amazonaws.com", null, HoldingState.HELD,
						"Amazon Connect instance my-centre"),
				Scans.association("connect.amazonaws.com", null, HoldingState.ORPHANED, "Nobody")));
		assertThat(row.holders()).isEqualTo("Amazon Connect, Amazon Connect instance my-centre");
		assertThat(row.marks()).extracting(IntegrationsView.Mark::words).containsExactly("Orphaned");
	}

	@Test
	void marksWhatABulkExportKeepsFromBeingDeleted() {
		IntegrationsView.Row row = row(held(Scans.association("connect.amazonaws.com", "s3://bucket")));
		assertThat(row.marks()).extracting(IntegrationsView.Mark::words).containsExactly("Can't be deleted");
		assertThat(row.holders()).isEqualTo("Bulk export to S3");
	}

	@Test
	void knowsABulkExportByItsSource() {
		Integration export = new Integration(new Region("eu-west-2"), Kind.DATA_INTEGRATION,
				Scans.arn("data-integration/1"), "export", "AmazonConnect://AppIntegrations", null, null, null, null,
				null, null, List.of(Scans.association("connect.amazonaws.com", null)));
		assertThat(row(export).marks()).extracting(IntegrationsView.Mark::words).containsExactly("Can't be deleted");
	}

	@Test
	void neverTakesUnreadAssociationsForNone() {
		IntegrationsView.Row row = row(Scans.event("orders", null));
		assertThat(row.associations()).isEqualTo("not read");
		assertThat(row.marks()).extracting(IntegrationsView.Mark::words).containsExactly("Associations not read");
		assertThat(row(Scans.event("orders")).marks()).isEmpty();
	}

	@Test
	void shortensSourcesInTheMiddle() {
		assertThat(IntegrationsView.shortened("x".repeat(48))).isEqualTo("x".repeat(48));
		assertThat(IntegrationsView.shortened("aws.partner/" + "x".repeat(60) + "/orders")).hasSize(48)
			.startsWith("aws.partner/")
			.contains("…")
			.endsWith("/orders");
	}

	@Test
	void turnsTheSortOfTheSortedColumnAround() {
		assertThat(view(sorted("region"), 0, 1).columns()).filteredOn((column) -> column.name().equals("region"))
			.singleElement()
			.satisfies((column) -> {
				assertThat(column.sorted()).isEqualTo("ascending");
				assertThat(column.href()).isEqualTo("?sort=region%2Cdesc");
			});
		assertThat(view(sorted("region,desc"), 0, 1).columns()).filteredOn((column) -> column.name().equals("region"))
			.singleElement()
			.satisfies((column) -> {
				assertThat(column.sorted()).isEqualTo("descending");
				assertThat(column.href()).isEqualTo("?sort=region");
			});
	}

	@Test
	void linksTheNeighbouringPagesAndNoOthers() {
		assertThat(view(ALL, 0, 120)).extracting(IntegrationsView::previous, IntegrationsView::next)
			.containsExactly(null, "?page=1");
		assertThat(view(ALL, 2, 120)).extracting(IntegrationsView::previous, IntegrationsView::next)
			.containsExactly("?page=1", null);
	}

	@Test
	void namesWhatIsFilteredAndHowToTakeItAway() {
		IntegrationsForm form = new IntegrationsForm("6f0f0c66-54a9-4c5c-9b0e-3c6a8b1d2e3f", List.of("eu-west-2"),
				List.of("APPLICATION"), "<b>", "yes", "true", null, null, null);
		assertThat(view(form, 0, 1).tokens()).extracting(IntegrationsView.Token::label)
			.containsExactly("Scan of 14:02:31 UTC", "Text: <b>", "Region: eu-west-2", "Kind: Application",
					"Has associations", "Can't be deleted");
		assertThat(view(form, 0, 1).tokens()).extracting(IntegrationsView.Token::href)
			.allSatisfy((href) -> assertThat(href.split("&")).hasSize(5));
	}

	@Test
	void exportsWhatIsShown() {
		IntegrationsForm form = new IntegrationsForm(null, List.of("eu-west-2"), null, null, null, null, null, null,
				null);
		assertThat(view(form, 0, 1).csv()).isEqualTo("/accounts/demo/integrations/export?region=eu-west-2&format=csv");
	}

	private static Integration held(Association... associations) {
		return Scans.event("orders", List.of(associations));
	}

	private static IntegrationsForm sorted(@Nullable String sort) {
		return new IntegrationsForm(null, null, null, null, null, null, null, null, sort);
	}

	private static IntegrationsView.Row row(Integration item) {
		return IntegrationsView
			.of(Scans.ACCOUNT, Scans.finished().view(), ALL, ALL.toQuery(Scans.ACCOUNT, new PageQuery(0, 50)),
					new ItemPage(List.of(item), 1, 1), Map.of())
			.rows()
			.getFirst();
	}

	private static IntegrationsView view(IntegrationsForm form, int page, int total) {
		return IntegrationsView.of(Scans.ACCOUNT, Scans.finished().view(), form,
				form.toQuery(Scans.ACCOUNT, new PageQuery(page, 50)), new ItemPage(List.of(), total, total), Map.of());
	}

}
