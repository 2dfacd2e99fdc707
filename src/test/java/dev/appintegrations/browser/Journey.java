package dev.appintegrations.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.appintegrations.console.ConsoleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What journeys share: people who are signed in, and a browser that must not complain.
 */
@ConsoleTest
@TestPropertySource(properties = "console.aws.call-timeout=10s")
@ExtendWith(Chromium.class)
abstract class Journey {

	private final List<String> complaints = new ArrayList<>();

	private final List<BrowserContext> contexts = new ArrayList<>();

	@LocalServerPort
	private int port;

	@AfterEach
	void nothingWasComplainedAbout() {
		this.contexts.forEach(BrowserContext::close);
		assertThat(this.complaints).as("errors and policy violations in the browser's console").isEmpty();
	}

	static void accessible(Page page, String path) {
		List<Rule> violations = new AxeBuilder(page)
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
			.analyze()
			.getViolations();
		assertThat(violations).as("%s: %s", path,
				violations.stream().map((rule) -> rule.getId() + " " + rule.getNodes().getFirst().getHtml()).toList())
			.isEmpty();
	}

	Page signedIn(Browser browser, Browser.NewContextOptions options, String user) {
		Page page = page(browser, options);
		page.navigate(url("/accounts/demo/overview"));
		page.fill("#username", user);
		page.fill("#password", user);
		button(page, Pattern.compile("^Sign in$")).click();
		assertThat(page.locator("h1")).hasText("Overview");
		return page;
	}

	Page page(Browser browser, Browser.NewContextOptions options) {
		BrowserContext context = browser.newContext(options);
		this.contexts.add(context);
		Page page = context.newPage();
		page.onConsoleMessage((message) -> {
			if ("error".equals(message.type())) {
				this.complaints.add(page.url() + ": " + message.text());
			}
		});
		page.onPageError((error) -> this.complaints.add(page.url() + ": " + error));
		return page;
	}

	static Locator button(Page page, Pattern name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
	}

	/** A live page asks for itself once more at the end, which would cut off another. */
	static void untilNothingIsLive(Page page) {
		assertThat(page.locator("[data-live]")).hasCount(0);
	}

	String url(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	/** A refusal that the journey is about; browsers complain about each. */
	void expected(int status) {
		this.complaints.removeIf((complaint) -> complaint.contains(Integer.toString(status)));
	}

}
