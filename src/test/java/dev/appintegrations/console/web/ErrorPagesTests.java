package dev.appintegrations.console.web;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.api.ProblemType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class ErrorPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void explainToProgramsWhatFailedBeforeAnyHandler() {
		MvcTestResult answer = failed("/api/v1/accounts");
		assertThat(answer).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/bad-request");
	}

	@Test
	void explainToPeopleWhatFailedBeforeAnyHandler() {
		MvcTestResult answer = failed("/accounts/demo/overview");
		assertThat(answer).hasStatus(400).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
		assertThat(answer).bodyText().contains(ProblemType.ofStatus(400).title());
	}

	private MvcTestResult failed(String path) {
		return this.mvc.get()
			.uri("/error")
			.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path)
			.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 400)
			.exchange();
	}

}
