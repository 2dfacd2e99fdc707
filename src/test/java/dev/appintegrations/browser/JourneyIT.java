package dev.appintegrations.browser;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.role.operator.CalledActions;
import dev.appintegrations.console.role.operator.OperatorPermissions;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class JourneyIT extends Journey {

	@Autowired
	private OperatorPermissions permissions;

	@AfterEach
	void nothingWasCalledThatNoGatewayDeclares() {
		Set<String> declared = CalledActions.declared(this.permissions, EnumSet.allOf(OperatorTask.class));
		for (String account : List.of(TestAccounts.DEMO, TestAccounts.TROUBLE, TestAccounts.FRESH)) {
			assertThat(declared).containsAll(CalledActions.in(account));
		}
	}

	@Test
	void watchesAScanFillInAndOpensWhatItFound(Browser browser) {
		EmulatorServer.set(TestAccounts.DEMO, "network", Map.of("default", Map.of("latencyMs", 150), "regions",
				Map.of("ap-northeast-1", Map.of("latencyMs", 900))));
		Page page = signedIn(browser, new Browser.NewContextOptions(), "operator");
		button(page, Pattern.compile("Scan (now|again)")).click();
		assertThat(page.getByText(Pattern.compile("[0-9]+ of 11 regions settled"))).isVisible();
		assertThat(page.locator(".scan-progress")).containsText("no endpoint");
		assertThat(page.locator(".verdict")).hasText(Pattern.compile("8 of 9 regions proved: 122 integrations.*"));
		assertThat(page.locator(".attention")).containsText("Asia Pacific (Singapore): denied");

		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Integrations").setExact(true)).click();
		assertThat(page.locator("h1")).containsText("Integrations");
		page.waitForLoadState();
		page.keyboard().press("/");
		assertThat(page.locator("#q")).isFocused();
		page.keyboard().type("orders/created");
		page.keyboard().press("Enter");
		assertThat(page.getByText("Text: orders/created")).isVisible();
		assertThat(page.locator("#results")).containsText(Pattern.compile("\\d+ of 122 items match"));
		page.locator("tbody tr", new Page.LocatorOptions().setHasText("us-east-1")).locator("a").click();
		assertThat(page.locator("h1")).hasText("orders/created.v2");
		assertThat(page.locator("tbody").getByText("Amazon Connect instance").first()).isVisible();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("As AWS CLI")).click();
		assertThat(page.locator("pre"))
			.containsText("aws appintegrations get-event-integration --name orders/created.v2 --region us-east-1");
	}

	@Test
	void worksWithoutJavaScript(Browser browser) {
		Page page = signedIn(browser, new Browser.NewContextOptions().setJavaScriptEnabled(false), "viewer");
		button(page, Pattern.compile("Scan (now|again)")).click();
		Page.GetByRoleOptions refresh = new Page.GetByRoleOptions().setName("Refresh");
		for (int i = 0; i < 200 && page.getByRole(AriaRole.LINK, refresh).count() > 0; i++) {
			page.getByRole(AriaRole.LINK, refresh).click();
		}
		assertThat(page.locator(".verdict")).containsText("8 of 9 regions proved");
		page.navigate(url("/accounts/demo/integrations"));
		page.selectOption("#region", "eu-west-2");
		button(page, Pattern.compile("Apply")).click();
		assertThat(page.getByText("Region: eu-west-2")).isVisible();
		assertThat(page.locator("tbody tr")).hasCount(15);
		assertThat(page.locator("tbody")).containsText("orders//created.v2");
		button(page, Pattern.compile("Sign out")).click();
		assertThat(page.getByText("You are signed out.")).isVisible();
	}

	@Test
	void searchesAsOneTypesAndKeepsTheAddress(Browser browser) {
		Page page = scanned(browser, new Browser.NewContextOptions());
		page.navigate(url("/accounts/demo/integrations?kind=EVENT_INTEGRATION"));
		page.locator("#q").pressSequentially("handbook");
		assertThat(page.locator("#results")).containsText("Nothing matches these filters.");
		page.locator("#q").fill("orders");
		assertThat(page.locator("#results")).containsText("11 of 122 items match");
		assertThat(page.locator("#q")).isFocused();
		assertThat(page).hasURL(url("/accounts/demo/integrations?kind=EVENT_INTEGRATION&q=orders"));
		page.reload();
		assertThat(page.locator("tbody tr")).hasCount(11);
	}

	@Test
	void showsMarkupAsTextAndRunsNoneOfIt(Browser browser) {
		Page page = scanned(browser, new Browser.NewContextOptions());
		page.navigate(url("/accounts/demo/integrations?q=markup"));
		page.locator("tbody a").first().click();
		assertThat(page.getByText("<b>Not bold</b> & <script>alert('never runs')</script> \"quoted\"").first())
			.isVisible();
	}

	@Test
	void reachesEveryAccountHoweverLowTheWindow(Browser browser) {
		Page page = signedIn(browser, new Browser.NewContextOptions().setViewportSize(1_280, 140), "viewer");
		Locator accounts = page.locator("#account-switcher");
		accounts.locator("summary").click();
		accounts.getByText("Account fresh").click();
		assertThat(page).hasURL(Pattern.compile(".*/accounts/fresh/.*"));
	}

	@Test
	void showsMenusWholeOnANarrowScreen(Browser browser) {
		Page page = signedIn(browser, new Browser.NewContextOptions().setViewportSize(360, 800), "viewer");
		for (Locator menu : page.locator(".menu").all()) {
			menu.locator("summary").click();
			BoundingBox box = menu.locator("> div").boundingBox();
			assertThat(box.x).isNotNegative();
			assertThat(box.x + box.width).isLessThanOrEqualTo(360);
			menu.locator("summary").click();
		}
	}

	@Test
	void saysWhatWasWrongWithASignIn(Browser browser) {
		Page page = page(browser, new Browser.NewContextOptions());
		page.navigate(url("/sign-in"));
		page.fill("#username", "operator");
		page.fill("#password", "wrong");
		button(page, Pattern.compile("^Sign in$")).click();
		assertThat(page.getByRole(AriaRole.ALERT)).hasText("The user name or the password is wrong.");
		assertThat(page.locator("#username")).hasValue("operator");
		expected(422);
	}

	@Test
	void createsTheRoleAndEditsItsDescription(Browser browser) {
		EmulatorServer.reset(TestAccounts.TROUBLE, "empty");
		Page page = signedIn(browser, new Browser.NewContextOptions(), "operator");
		page.navigate(url("/accounts/trouble/role"));
		assertThat(page.locator(".verdict")).containsText("The role does not exist");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Create role")).click();
		button(page, Pattern.compile("^Create role$")).click();
		assertThat(page.getByText("AWS has created the role.")).isVisible();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit description")).click();
		page.fill("#description", "Caf\u00e9 \u2014 ours");
		button(page, Pattern.compile("Save")).click();
		assertThat(page.locator("#description-problem")).containsText("EM DASH");
		expected(422);
		page.fill("#description", "Caf\u00e9, ours");
		button(page, Pattern.compile("Save")).click();
		assertThat(page.getByText("The description was changed.")).isVisible();
		assertThat(page.getByText("Caf\u00e9, ours")).isVisible();
	}

	@Test
	void showsBothTextsWhenTwoEditTheDescriptionAtOnce(Browser browser) {
		EmulatorServer.reset(TestAccounts.TROUBLE, "sandbox");
		Page mine = signedIn(browser, new Browser.NewContextOptions(), "operator");
		Page theirs = signedIn(browser, new Browser.NewContextOptions(), "admin");
		for (Page page : List.of(mine, theirs)) {
			page.navigate(url("/accounts/trouble/role/description"));
		}
		theirs.fill("#description", "theirs");
		button(theirs, Pattern.compile("Save")).click();
		assertThat(theirs.getByText("The description was changed.")).isVisible();
		mine.fill("#description", "mine");
		button(mine, Pattern.compile("Save")).click();
		assertThat(mine.getByRole(AriaRole.ALERT)).containsText("Somebody else changed the description");
		assertThat(mine.getByRole(AriaRole.ALERT)).containsText("theirs");
		assertThat(mine.locator("#description")).hasValue("mine");
		expected(409);
	}

	@Test
	void answersWhatIfAndOffersTheSmallestChange(Browser browser) {
		Page page = signedIn(browser, new Browser.NewContextOptions().setJavaScriptEnabled(false), "viewer");
		page.navigate(url("/accounts/demo/role/permissions"));
		assertThat(page.locator("#statement-3")).containsText("effect unknown");
		page.navigate(url("/accounts/demo/role/what-if"));
		page.getByText("Delete such a flow once its tag is gone?").click();
		assertThat(page.locator(".big")).hasText("Denied: nothing allows it");
		page.getByText("If aws:ResourceTag/AppIntegrationsManaged is \u201ctrue\u201d").click();
		assertThat(page.locator(".big")).hasText("Allowed");
		assertThat(page.getByText("Statement 4", new Page.GetByTextOptions().setExact(true)).first()).isVisible();
	}

	@Test
	void completesActionsOfEveryServiceAsOneTypes(Browser browser) {
		Page page = signedIn(browser, new Browser.NewContextOptions(), "viewer");
		page.navigate(url("/accounts/demo/role/what-if"));
		page.locator("#action").pressSequentially("ec2:runinst");
		assertThat(page.locator("#actions option")).hasCount(1);
		assertThat(page.locator("#actions option")).hasAttribute("value", "ec2:RunInstances");
		assertThat(page.locator("#action")).isFocused();
	}

	@Test
	void checksThePermissionsOfWhoRunsTheConsole(Browser browser) {
		EmulatorServer.set(TestAccounts.DEMO, "grants",
				Map.of("allowed", List.of("*"), "denied", List.of("iam:UpdateRoleDescription")));
		Page page = signedIn(browser, new Browser.NewContextOptions().setJavaScriptEnabled(false), "viewer");
		page.navigate(url("/accounts/demo/role/operator-permissions"));
		button(page, Pattern.compile("Check now")).click();
		assertThat(page.locator("#edit-role .status.bad")).hasText("Identity policies do not allow");
		assertThat(page.locator("#scan .status.good").first()).hasText(Pattern.compile("Identity policies allow.*"));
		page.locator("input[value=EDIT_ROLE]").check();
		button(page, Pattern.compile("Show the policy")).click();
		assertThat(page.locator("pre").first()).containsText("iam:UpdateRoleDescription");
		assertThat(page.locator("button[data-copy]").first()).isHidden();
		EmulatorServer.set(TestAccounts.DEMO, "grants", Map.of());
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void isAccessibleOnEveryPage(ColorScheme scheme, Browser browser) {
		Page page = scanned(browser, new Browser.NewContextOptions().setColorScheme(scheme));
		String scan = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Its proof"))
			.getAttribute("href");
		page.navigate(url("/accounts/demo/integrations?region=eu-west-2"));
		String integration = page.locator("tbody a").first().getAttribute("href");
		Stream
			.of("/accounts/demo/overview", "/accounts/fresh/overview", "/accounts/demo/integrations",
					"/accounts/demo/integrations?q=nothing-like-it", "/accounts/fresh/integrations", integration,
					integration + "?as=cli", "/accounts/demo/regions", "/accounts/demo/scans", scan, "/design",
					"/accounts/demo/role", "/accounts/fresh/role", "/accounts/demo/role/description",
					"/accounts/fresh/role/create", "/accounts/demo/role/permissions", "/accounts/demo/role/drift",
					"/accounts/demo/role/what-if",
					"/accounts/demo/role/what-if?action=appflow:DeleteFlow&resource=*&key=aws:TagKeys&value=x",
					"/accounts/demo/role/policy-lab", "/accounts/demo/role/operator-permissions", "/activity", "/users",
					"/users/viewer", "/settings", "/api-guide", "/problems/not-found")
			.forEach((path) -> {
				page.navigate(url(path));
				accessible(page, path);
			});
		Page stranger = page(browser, new Browser.NewContextOptions().setColorScheme(scheme));
		stranger.navigate(url("/sign-in"));
		accessible(stranger, "/sign-in");
	}

	@Test
	void neverScrollsThePageSideways(Browser browser) {
		Page page = scanned(browser, new Browser.NewContextOptions().setViewportSize(320, 800));
		Stream
			.of("overview", "integrations", "regions", "scans", "role", "role/permissions", "role/what-if",
					"role/policy-lab", "role/drift", "role/operator-permissions")
			.forEach((path) -> {
				page.navigate(url("/accounts/demo/" + path));
				assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(320);
			});
	}

	private Page scanned(Browser browser, Browser.NewContextOptions options) {
		EmulatorServer.set(TestAccounts.DEMO, "network", Map.of("default", Map.of("latencyMs", 0)));
		Page page = signedIn(browser, options, "admin");
		page.evaluate("document.body.setAttribute('data-before', '')");
		button(page, Pattern.compile("Scan (now|again)")).click();
		assertThat(page.locator("[data-before]")).hasCount(0);
		untilNothingIsLive(page);
		assertThat(page.locator(".verdict")).containsText("8 of 9 regions proved");
		return page;
	}

}
