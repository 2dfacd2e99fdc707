package dev.appintegrations.console.inventory.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemPage;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

@PageTest
class IntegrationPagesTests {

	private static final String LIST = "/accounts/demo/integrations";

	private static final String ORDERS = LIST + "/eu-west-2/ZXZlbnQtaW50ZWdyYXRpb24vb3JkZXJz";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Inventory inventory;

	@Test
	void offersAScanBeforeTheFirstOne() {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.empty());
		assertThat(ok(LIST)).contains("Nothing is known of this account yet.", "Scan now")
			.doesNotContain("<table", "Export");
	}

	@Test
	void warnsOfUnprovedRegionsAboveTheRows() {
		show(Scans.finished().deniedByOrganisation("ap-southeast-1").scan(), Scans.event("orders"));
		assertThat(ok(LIST).replaceAll("\\s+", " ")).containsSubsequence("<strong>ap-southeast-1</strong>",
				": denied by an organisation policy. Integrations there are not shown.", "<tbody", "orders");
	}

	@Test
	void warnsAboveTheRowsWhereHoldersAreNotKnown() {
		show(Scans.finished()
			.searched("eu-west-2", Scans.foundInPart())
			.searched("us-east-1", Scans.searching())
			.searched("us-west-2", Scans.found())
			.scan(), Scans.event("orders"));
		assertThat(ok(LIST).replaceAll("<[^>]+>", "").replaceAll("\\s+", " "))
			.containsSubsequence(
					"eu-west-2: who holds the associations there is not known of all: no answer on ListInstances.",
					"Why", "Who holds the associations in us-east-1 is being found out.", "orders")
			.doesNotContain("us-west-2: who holds");
	}

	@Test
	void provesThatThereIsNothing() {
		show(Scans.finished().scan());
		assertThat(ok(LIST)).contains("No integrations and no applications in 9 regions.", "Proved by the");
	}

	@Test
	void neverTakesWhatCouldNotBeReadForNothing() {
		show(Scans.finished().deniedByOrganisation("ap-southeast-1").scan());
		assertThat(ok(LIST)).contains("Nothing was found, but this is not proved.").doesNotContain("No integrations");
	}

	@Test
	void tellsFilteredFromEmpty() {
		Scan scan = Scans.finished().scan();
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(scan));
		given(this.inventory.items(any(), any())).willReturn(new ItemPage(List.of(), 0, 122));
		assertThat(ok(LIST + "?q=nothing&region=eu-west-2")).contains("Nothing matches these filters.", "Clear filters",
				"Remove Text: nothing", "Remove Region: eu-west-2", "0 of 122 items match");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 1000000000, Integer.MAX_VALUE })
	void refusesAPageBeyondTheLastOne(int page) {
		Scan scan = Scans.finished().scan();
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(scan));
		given(this.inventory.items(any(), any())).willReturn(new ItemPage(List.of(), 3, 3));
		assertThat(get(LIST + "?page=" + page)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void showsMarkupAndRightToLeftTextAsIsolatedText() {
		show(Scans.finished().scan(), Scans.event("<img src=x onerror=alert(1)>"), Scans.event("\u202Eabc"));
		assertThat(ok(LIST)).contains("<bdi>&lt;img src=x onerror=alert(1)&gt;</bdi>", "<bdi>\u202Eabc</bdi>")
			.doesNotContain("<img");
	}

	@Test
	void searchesWithMarkupInTheAddress() {
		show(Scans.finished().scan(), Scans.event("orders"));
		assertThat(ok(LIST + "?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert");
	}

	@Test
	void answersOneWhoTypesWithTheListAloneAndItsAddress() {
		show(Scans.finished().scan(), Scans.event("orders"));
		MvcTestResult answer = this.mvc.get()
			.uri(LIST + "?q=orders&region=&kind=&associated=")
			.header("HX-Request", "true")
			.with(SignedIn.viewer())
			.exchange();
		assertThat(answer).hasStatusOk()
			.headers()
			.hasValue("HX-Replace-Url", LIST + "?q=orders")
			.satisfies((headers) -> assertThat(headers.getVary()).contains("HX-Request"));
		assertThat(SignedIn.text(answer)).contains("id=\"results\"", "orders").doesNotContain("<html", "<h1", "<form");
	}

	@Test
	void hidesColumns() {
		show(Scans.finished().scan(), Scans.event("orders"));
		assertThat(ok(LIST + "?hide=source")).doesNotContain("aws.partner/example.com/orders").contains("Region</a>");
		assertThat(ok(LIST)).contains("aws.partner/example.com/orders");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?page=-1", "?page=x", "?page=99999999999", "?size=0", "?size=501", "?sort=nonsense",
			"?kind=EVERYTHING", "?region=mars-1", "?associated=maybe", "?undeletable=maybe" })
	void refusesWhatMakesNoSense(String query) {
		show(Scans.finished().scan());
		MvcTestResult answer = get(LIST + query);
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		String name = query.substring(1, query.indexOf('='));
		assertThat(SignedIn.text(answer)).contains("<h1>A parameter is not valid</h1>", name + " must be")
			.doesNotContain("Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts/nobody/integrations", "/accounts/NOT%20AN%20ALIAS/overview",
			LIST + "?scan=nonsense", LIST + "?scan=00000000-0000-0000-0000-000000000000", LIST + "/mars-1/eHg",
			LIST + "/eu-west-2/!!!", LIST + "/eu-west-2/eHg" })
	void hasNoPageForWhatDoesNotExist(String path) {
		MvcTestResult answer = this.mvc.get().uri(URI.create(path)).with(SignedIn.viewer()).exchange();
		assertThat(answer).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(SignedIn.text(answer)).contains("<h1>There is nothing here</h1>");
	}

	@Test
	void exportsFormulasAsText() {
		show(Scans.finished().scan(), Scans.event("=1+1"));
		MvcTestResult answer = get(LIST + "/export?format=csv");
		assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
		assertThat(SignedIn.text(answer)).contains("\"'=1+1\"");
		assertThat(get(LIST + "/export?format=xls")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void showsEveryFieldOfAnItemAsItIsNow() {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(Scans.finished().scan()));
		given(this.inventory.read(any(), any(), any(), any())).willReturn(Optional
			.of(details("orders", "<b>\u05d0</b>", List.of(Scans.association("connect.amazonaws.com", null)))));
		assertThat(ok(ORDERS))
			.contains("<h1><bdi>orders</bdi></h1>", "Amazon Connect", "<dt>Event bus</dt>", "team",
					"AWS gives neither an id nor a creation date for this kind")
			.contains("dir=\"auto\">&lt;b&gt;\u05d0&lt;/b&gt;");
		assertThat(ok(ORDERS + "?as=cli")).contains("aws appintegrations get-event-integration --name orders",
				"--endpoint-url");
		assertThat(ok(ORDERS + "?as=curl")).contains("curl --user viewer http://localhost/api/v1/accounts/demo/");
	}

	@Test
	void saysThatAssociationsCouldNotBeRead() {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.empty());
		given(this.inventory.read(any(), any(), any(), any())).willReturn(Optional.of(details("orders", null, null)));
		assertThat(ok(ORDERS)).doesNotContain("nobody uses it");
	}

	@Test
	void saysThatAnItemIsGoneAndWhatTheScanSaw() {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(Scans.finished().scan()));
		given(this.inventory.read(any(), any(), any(), any())).willReturn(Optional.empty());
		given(this.inventory.item(any(), any(), any())).willReturn(Optional.of(Scans.event("orders")));
		MvcTestResult answer = get(ORDERS);
		assertThat(answer).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(SignedIn.text(answer)).contains("AWS says that it does not exist.", " saw it.",
				"It was deleted since.", "aws.partner/example.com/orders");
	}

	@Test
	void repeatsWhatAwsSaidWhenItSaidNo() {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(Scans.finished().scan()));
		given(this.inventory.item(any(), any(), any())).willReturn(Optional.of(Scans.event("orders")));
		AwsFailure denied = new AwsFailure.Denied(
				new AwsFailure.Call("app-integrations", "GetEventIntegration", "AccessDeniedException", "the-id"),
				"User <x> is not authorized", "Allow it.", AwsFailure.DeniedBy.IDENTITY_POLICY, null, null);
		given(this.inventory.read(any(), any(), any(), any()))
			.willThrow(new AwsFailedException(denied, new IllegalStateException()));
		MvcTestResult answer = get(ORDERS);
		assertThat(answer).hasStatus(HttpStatus.BAD_GATEWAY);
		assertThat(SignedIn.text(answer)).contains("AccessDeniedException", "User &lt;x&gt; is not authorized",
				"Allow it.", "Request id the-id", "What the latest scan knew");
	}

	@Test
	void showsFiveHundredRows() {
		List<Integration> items = new ArrayList<>(
				IntStream.range(0, 500).mapToObj((i) -> Scans.event("orders-" + i)).toList());
		show(Scans.finished().scan(), items.toArray(Integration[]::new));
		assertThat(ok(LIST + "?size=500")).contains("orders-0<", "orders-499<");
	}

	private void show(Scan scan, Integration... items) {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(scan));
		given(this.inventory.items(any(), any())).willReturn(new ItemPage(List.of(items), items.length, items.length));
	}

	private static IntegrationDetails details(String name, @Nullable String description,
			@Nullable List<Association> associations) {
		return new IntegrationDetails(new Region("eu-west-2"), Kind.EVENT_INTEGRATION,
				Scans.arn("event-integration/" + name), null, name, description, Map.of("EventBridgeBus", "default"),
				Map.of("team", "x"), null, null, associations, List.of(), Scans.STARTED);
	}

	private String ok(String path) {
		MvcTestResult answer = get(path);
		assertThat(answer).hasStatusOk();
		return SignedIn.text(answer);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(URI.create(path)).with(SignedIn.viewer()).exchange();
	}

}
