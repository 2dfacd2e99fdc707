package dev.appintegrations.console.web;

import java.util.List;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.api.ApiCatalogue;
import dev.appintegrations.console.kernel.Permission;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about the JSON API.
 */
@PageTest
class ApiPageTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApiCatalogue catalogue;

	@Test
	void everyCallHasASubjectThatTheDocumentDescribesAndARight() {
		List<ApiCatalogue.Call> calls = this.catalogue.subjects()
			.stream()
			.flatMap((subject) -> subject.calls().stream())
			.toList();
		assertThat(this.catalogue.subjects()).extracting(ApiCatalogue.Subject::name)
			.containsExactly("Accounts", "Scans", "Integrations", "Role", "Deletions", "Policies", "Activity", "Users",
					"Tokens");
		assertThat(calls).allSatisfy((call) -> assertThat(call.permission()).isNotNull());
		assertThat(calls).filteredOn((call) -> call.path().endsWith("/confirmation"))
			.singleElement()
			.satisfies((call) -> {
				assertThat(call.method()).isEqualTo("POST");
				assertThat(call.permission()).isEqualTo(Permission.CONFIRM_DELETION);
			});
	}

	@Test
	void showsEachCallWithTheRightItDemands() {
		String page = SignedIn.text(this.mvc.get().uri("/api-guide").with(SignedIn.viewer()).exchange());
		assertThat(page).contains("POST /api/v1/accounts/{account}/deletion-plans/{id}/confirmation",
				"CONFIRM_DELETION", "http://localhost/api/v1/openapi");
	}

}
