package dev.appintegrations.browser;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.console.api.EventStreams;
import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

class DeletionJourneyIT extends Journey {

	private static final String ACCOUNT = "/accounts/trouble/";

	private static final AccountAlias ALIAS = new AccountAlias("trouble");

	@Autowired
	private Inventory inventory;

	@Autowired
	private Deletions deletions;

	@Autowired
	private Accounts accounts;

	/** What a journey leaves running would be in the way of the next. */
	@AfterEach
	void nothingRuns() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "empty");
		Account account = this.accounts.find(ALIAS).orElseThrow();
		Set.copyOf(this.deletions.running(ALIAS).values()).forEach((id) -> {
			if (this.deletions.find(ALIAS, id).orElseThrow().cancellable()) {
				this.deletions.cancel(account, "operator", id);
			}
			finished((latch) -> this.deletions.watch(id, 0, (event) -> count(event, latch)));
		});
	}

	/** Each gesture as the Connect console has it, and what is typed for it. */
	@ParameterizedTest
	@CsvSource({ "unused,Delete unused,unused", "orders-created,Remove connection,remove",
			"Order desk,Remove from instance,Order desk", "handbook,Delete the selected association,handbook",
			"segment-tracks,Delete association,segment-tracks", "orders-created,Delete orders-created,orders-created" })
	void deletesWithEachGesture(String item, String button, String phrase, Browser browser) {
		for (boolean javaScript : new boolean[] { true, false }) {
			Page page = started(browser, "sandbox", new Browser.NewContextOptions().setJavaScriptEnabled(javaScript));
			open(page, item);
			if (button.startsWith("Delete the selected")) {
				page.getByRole(AriaRole.RADIO).check();
			}
			button(page, Pattern.compile("^" + button)).click();
			assertThat(page.locator("dialog")).hasCount(javaScript ? 1 : 0);
			page.fill("#plan-typed", phrase);
			page.locator("[data-delete]").click();
			deleted(page);
			page.navigate(url(ACCOUNT + "deletions"));
			assertThat(page.locator("tbody tr").first()).containsText(item);
		}
	}

	@Test
	void letsNothingElseThanThePhraseBeSentAndSaysHowItDiffers(Browser browser) {
		Page page = started(browser, "sandbox", new Browser.NewContextOptions());
		open(page, "unused");
		button(page, Pattern.compile("^Delete unused")).click();
		Locator delete = page.locator("[data-delete]");
		assertThat(delete).isDisabled();
		page.fill("#plan-typed", "Unused");
		assertThat(page.locator("#plan-difference")).hasText("Case differs at character 1.");
		assertThat(delete).isDisabled();
		page.fill("#plan-typed", "unused");
		assertThat(delete).isEnabled();
		page.locator("a[data-cancel]").click();
		assertThat(page.locator("dialog")).hasCount(0);
		assertThat(button(page, Pattern.compile("^Delete unused"))).isFocused();
		button(page, Pattern.compile("^Delete unused")).click();
		assertThat(page.locator("dialog h1")).isFocused();
		page.keyboard().press("Escape");
		assertThat(page.locator("dialog")).hasCount(0);
	}

	@Test
	void keepsWhatWasTypedWhenTheServerRefusesIt(Browser browser) {
		Page page = started(browser, "sandbox", new Browser.NewContextOptions().setJavaScriptEnabled(false));
		open(page, "unused");
		button(page, Pattern.compile("^Delete unused")).click();
		page.fill("#plan-typed", " unused");
		page.locator("[data-delete]").click();
		assertThat(page.locator("#plan-difference")).hasText("There is a space before or after the text.");
		assertThat(page.locator("#plan-typed")).hasValue(" unused");
		expected(422);
		page.locator("a[data-cancel]").click();
		assertThat(page.locator("h1")).hasText("unused");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void deletesWhatIsSelected(boolean javaScript, Browser browser) {
		Page page = started(browser, "sandbox", new Browser.NewContextOptions().setJavaScriptEnabled(javaScript));
		page.navigate(url(ACCOUNT + "integrations"));
		page.getByLabel("Select unused in eu-west-2").check();
		page.getByLabel("Select unused-bucket in eu-west-2").check();
		button(page, Pattern.compile("^Delete selected")).click();
		page.fill("#plan-typed", "delete 2 items in " + TestAccounts.TROUBLE);
		page.locator("[data-delete]").click();
		deleted(page);
		page.navigate(url(ACCOUNT + "integrations"));
		assertThat(page.locator("tbody tr")).hasCount(4);
		assertThat(page.locator("tbody")).not().containsText("unused");
	}

	@Test
	void emptiesTheAccountAndDeletesItsRole(Browser browser) {
		Page page = started(browser, "sandbox", new Browser.NewContextOptions());
		page.navigate(url(ACCOUNT + "role"));
		assertThat(page.getByText("The role can't be deleted yet: 5 integrations in 2 regions")).isVisible();
		button(page, Pattern.compile("^Delete everything")).click();
		page.fill("#plan-typed", "delete 7 items in " + TestAccounts.TROUBLE);
		page.locator("[data-delete]").click();
		assertThat(page.locator("svg a")).hasCount(19);
		deleted(page);
		page.navigate(url(ACCOUNT + "role"));
		assertThat(page.locator(".verdict")).containsText("The role does not exist");
		assertThat(button(page, Pattern.compile("^Delete"))).hasCount(0);
	}

	@Test
	void deletesTheRoleByItsNameWhenNothingIsLeft(Browser browser) {
		EmulatorServer.reset(TestAccounts.TROUBLE, "empty");
		Page page = signedIn(browser, new Browser.NewContextOptions(), "operator");
		page.navigate(url(ACCOUNT + "role/create"));
		button(page, Pattern.compile("^Create role$")).click();
		scan();
		page.navigate(url(ACCOUNT + "role"));
		button(page, Pattern.compile("^Delete role")).click();
		page.fill("#plan-typed", "AWSServiceRoleForAppIntegrations");
		page.locator("[data-delete]").click();
		deleted(page);
	}

	@Test
	void deletesByForceWhatNobodyHoldsAnyMore(Browser browser) {
		Page page = started(browser, "demo", new Browser.NewContextOptions());
		page.navigate(url(ACCOUNT + "integrations?q=Adressbuch"));
		page.locator("tbody a.name").click();
		assertThat(page.getByText("It can't be deleted now.")).isVisible();
		button(page, Pattern.compile("^Delete by force")).click();
		page.fill("#plan-typed", "force Adressbuch");
		page.locator("[data-delete]").click();
		deleted(page);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void asksWhichHolderIsMeantWhereNothingProvesIt(boolean javaScript, Browser browser) {
		Page page = started(browser, "demo", new Browser.NewContextOptions().setJavaScriptEnabled(javaScript));
		page.navigate(url(ACCOUNT + "integrations?q=Order+desk&region=us-east-1"));
		page.locator("tbody a.name").click();
		button(page, Pattern.compile("^Remove from instance")).click();
		assertThat(page.getByText("Choose the one to remove")).isVisible();
		page.getByRole(AriaRole.RADIO).first().check();
		button(page, Pattern.compile("^Plan with this holder")).click();
		page.fill("#plan-typed", "Order desk");
		page.locator("[data-delete]").click();
		deleted(page);
	}

	@Test
	void showsWhatHasChangedSinceThePlan(Browser browser) {
		Page mine = started(browser, "sandbox", new Browser.NewContextOptions());
		open(mine, "unused");
		button(mine, Pattern.compile("^Delete unused")).click();
		mine.fill("#plan-typed", "unused");
		Page theirs = signedIn(browser, new Browser.NewContextOptions(), "admin");
		open(theirs, "unused");
		button(theirs, Pattern.compile("^Delete unused")).click();
		theirs.fill("#plan-typed", "unused");
		theirs.locator("[data-delete]").click();
		deleted(theirs);
		mine.locator("[data-delete]").click();
		assertThat(mine.locator("dialog"))
			.containsText("No longer there: Delete event integration unused in eu-west-2.");
		assertThat(mine.locator("dialog h1")).hasText("Nothing to delete");
	}

	@Test
	void waitsVisiblyAndCanBeCancelled(Browser browser) {
		Page page = started(browser, "sandbox", new Browser.NewContextOptions());
		EmulatorServer.set(TestAccounts.TROUBLE, "lags", Map.of("associationMs", 600_000));
		open(page, "orders-created");
		button(page, Pattern.compile("^Remove connection")).click();
		page.fill("#plan-typed", "remove");
		page.locator("[data-delete]").click();
		assertThat(page.getByText(Pattern.compile("next try in \\d+ s")).first()).isVisible();
		assertThat(page.getByText("It is safe to close this page")).isVisible();
		page.locator("summary", new Page.LocatorOptions().setHasText("What AWS said")).first().click();
		assertThat(page.getByText("Request id").first()).isVisible();
		open(page, "orders-created");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Being deleted")).first().click();
		button(page, Pattern.compile("^Cancel deletion")).click();
		assertThat(page.getByText("Cancelled by operator at").first()).isVisible();
	}

	@Test
	void offersNothingToViewers(Browser browser) {
		Page operator = started(browser, "sandbox", new Browser.NewContextOptions());
		open(operator, "orders-created");
		String item = operator.url();
		Page page = signedIn(browser, new Browser.NewContextOptions(), "viewer");
		Stream.of(item, url(ACCOUNT + "integrations"), url(ACCOUNT + "role")).forEach((path) -> {
			page.navigate(path);
			assertThat(page.locator("h1")).isVisible();
			assertThat(page.locator("main")
				.getByRole(AriaRole.BUTTON,
						new Locator.GetByRoleOptions().setName(Pattern.compile("^(Delete|Remove)"))))
				.hasCount(0);
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void isAccessible(ColorScheme scheme, Browser browser) {
		Page page = started(browser, "sandbox", new Browser.NewContextOptions().setColorScheme(scheme));
		page.navigate(url(ACCOUNT + "integrations"));
		accessible(page, "integrations");
		open(page, "orders-created");
		accessible(page, "integration");
		button(page, Pattern.compile("^Remove connection")).click();
		page.fill("#plan-typed", "Remove");
		accessible(page, "dialog");
		page.locator("a[data-cancel]").click();
		page.navigate(url(ACCOUNT + "role"));
		accessible(page, "role");
		Page plain = signedIn(browser, new Browser.NewContextOptions().setColorScheme(scheme), "operator");
		plain.navigate(url(ACCOUNT + "deletions"));
		accessible(plain, "deletions");
		EmulatorServer.set(TestAccounts.TROUBLE, "lags", Map.of("associationMs", 600_000));
		plan(page, "everything=true");
		accessible(page, "plan");
		page.fill("#plan-typed", "delete 7 items in " + TestAccounts.TROUBLE);
		page.locator("[data-delete]").click();
		assertThat(page.getByText(Pattern.compile("next try in \\d+ s")).first()).isVisible();
		accessible(page, "deletion that waits");
		button(page, Pattern.compile("^Cancel deletion")).click();
		assertThat(page.getByText("Cancelled by operator at").first()).isVisible();
	}

	@Test
	void neverScrollsThePageSideways(Browser browser) {
		Page page = started(browser, "sandbox", new Browser.NewContextOptions().setViewportSize(320, 800));
		open(page, "handbook");
		narrow(page, "integration");
		button(page, Pattern.compile("^Delete handbook")).click();
		assertThat(page.locator("dialog")).isVisible();
		narrow(page, "dialog");
		plan(page, "everything=true");
		narrow(page, "plan");
		EmulatorServer.set(TestAccounts.TROUBLE, "lags", Map.of("associationMs", 600_000));
		page.fill("#plan-typed", "delete 7 items in " + TestAccounts.TROUBLE);
		page.locator("[data-delete]").click();
		assertThat(page.getByText(Pattern.compile("next try in \\d+ s")).first()).isVisible();
		narrow(page, "deletion");
		page.navigate(url(ACCOUNT + "deletions"));
		narrow(page, "deletions");
	}

	private static void narrow(Page page, String what) {
		org.assertj.core.api.Assertions
			.assertThat(page.evaluate("Math.max(document.documentElement.scrollWidth, "
					+ "...[...document.querySelectorAll('dialog')].map((each) => each.scrollWidth))"))
			.as(what)
			.isEqualTo(320);
	}

	/** The page of a plan itself, as without JavaScript. */
	private void plan(Page page, String request) {
		page.navigate(url(ACCOUNT + "role"));
		page.evaluate("document.querySelector('form[data-confirm]').submit()");
		assertThat(page.locator("#plan-confirm")).isVisible();
	}

	private Page started(Browser browser, String scenario, Browser.NewContextOptions options) {
		EmulatorServer.reset(TestAccounts.TROUBLE, scenario);
		EmulatorServer.set(TestAccounts.TROUBLE, "lags",
				Map.of("associationMs", 0, "knowledgeBaseMs", 0, "inUseMs", 0, "roleDeletionMs", 0));
		scan();
		return signedIn(browser, options, "operator");
	}

	private void scan() {
		Scan scan = this.inventory.start(ALIAS, Set.of(), "operator");
		finished((latch) -> this.inventory.watch(ALIAS, scan.id(), 0, (event) -> count(event, latch)));
	}

	private static void finished(Function<CountDownLatch, AutoCloseable> watch) {
		CountDownLatch latch = new CountDownLatch(1);
		try (AutoCloseable _ = watch.apply(latch)) {
			if (!latch.await(60, TimeUnit.SECONDS)) {
				throw new IllegalStateException("It does not end");
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void count(EventStreams.Event event, CountDownLatch latch) {
		if (event.finished()) {
			latch.countDown();
		}
	}

	private void open(Page page, String item) {
		page.navigate(url(ACCOUNT + "integrations"));
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(item).setExact(true)).click();
		assertThat(page.locator("h1")).hasText(item);
	}

	/** Reloads by itself, with JavaScript and without. */
	private static void deleted(Page page) {
		assertThat(page.getByText("Deleted: a fresh read shows nothing of it any more.")).isVisible();
		untilNothingIsLive(page);
	}

}
