package dev.appintegrations.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the Chromium that is installed on the machine. Where none is, the tests are
 * skipped with one loud line, and with {@code CI=true} they fail.
 */
class Chromium implements ExecutionCondition, ParameterResolver {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Chromium.class);

	private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

	private static final String MISSING = "BROWSER TESTS SKIPPED: no Chromium found. Install one (Debian: apt-get install chromium) "
			+ "or set CHROMIUM to its path.";

	/** What a page may take to show something, on a machine that does much else. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (executable().isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium is installed");
		}
		if ("true".equals(System.getenv("CI"))) {
			throw new IllegalStateException("No Chromium found, and CI=true demands the browser tests");
		}
		context.getRoot().getStore(NAMESPACE).computeIfAbsent("said", (key) -> {
			System.err.println(MISSING);
			return true;
		});
		return ConditionEvaluationResult.disabled(MISSING);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent("chromium", (key) -> new Running(executable().orElseThrow()), Running.class)
			.browser();
	}

	private static Optional<Path> executable() {
		return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * One browser for all tests, closed after the last.
	 */
	private static final class Running implements AutoCloseable {

		private final Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

		private final Browser browser;

		Running(Path executable) {
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
			List<String> arguments = new ArrayList<>(
					List.of("--disable-gpu", "--disable-background-networking", "--disable-component-update"));
			if ("root".equals(System.getProperty("user.name"))) {
				arguments.add("--no-sandbox");
			}
			this.browser = this.playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(arguments));
		}

		Browser browser() {
			return this.browser;
		}

		@Override
		public void close() {
			this.browser.close();
			this.playwright.close();
		}

	}

}
