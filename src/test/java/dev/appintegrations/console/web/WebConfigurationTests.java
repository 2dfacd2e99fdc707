package dev.appintegrations.console.web;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class WebConfigurationTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void hasPagesWaitForTheirTurnToBeRendered() {
		assertThat(this.mvc.get().uri("/api-guide").with(SignedIn.viewer()).exchange().getMvcResult().getInterceptors())
			.hasAtLeastOneElementOfType(RenderingTurns.class);
	}

}
