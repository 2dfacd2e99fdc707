package dev.appintegrations.console.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class RequestLogTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/accounts/demo/overview");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final Map<String, String> fields = new HashMap<>();

	@Test
	void namesRequestAndAccountInTheLogWhileTheRequestGoesOn() throws Exception {
		run();
		assertThat(this.fields).containsEntry("account", "demo")
			.containsEntry("requestId", this.response.getHeader("X-Request-Id"));
		assertThat(this.response.getHeader("X-Request-Id")).matches("[0-9a-f]{16}");
		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
	}

	@Test
	void takesTheIdOfTheProxy() throws Exception {
		this.request.addHeader("X-Request-Id", "0af7651916cd43dd8448eb211c80319c");
		run();
		assertThat(this.fields).containsEntry("requestId", "0af7651916cd43dd8448eb211c80319c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "two\nlines-are-not-an-id", "<script>alert(1)</script>" })
	void takesNoIdThatIsNone(String sent) throws Exception {
		this.request.addHeader("X-Request-Id", sent);
		run();
		assertThat(this.response.getHeader("X-Request-Id")).isNotEqualTo(sent).hasSize(16);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts/other/overview", "/settings", "/accounts/demo%0a/overview" })
	void namesOnlyAccountsThatThereAre(String path) throws Exception {
		this.request.setRequestURI(path);
		run();
		assertThat(this.fields).doesNotContainKey("account");
	}

	private void run() throws Exception {
		Accounts accounts = mock(Accounts.class);
		given(accounts.all())
			.willReturn(List.of(new Account(new AccountAlias("demo"), "Demo", true, null, false, List.of())));
		new RequestLog(accounts).doFilter(this.request, this.response,
				(request, response) -> this.fields.putAll(MDC.getCopyOfContextMap()));
	}

}
