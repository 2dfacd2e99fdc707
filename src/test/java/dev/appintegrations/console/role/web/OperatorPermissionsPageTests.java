package dev.appintegrations.console.role.web;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class OperatorPermissionsPageTests {

	private static final String PATH = "/accounts/demo/role/operator-permissions";

	@Autowired
	private MockMvcTester mvc;

	@Test
	void showsWhatEachTaskNeedsAndWhy() {
		String page = page("");
		assertThat(page).contains("Scan regions", "Overview, Integrations, Regions, Scans", "Create the role",
				"app-integrations:ListEventIntegrations", "Behind another call",
				"iam:AWSServiceName is app-integrations.amazonaws.com",
				"Tells whose credentials these are, before anything else is called.", "No permission needed");
	}

	@Test
	void offersOnePolicyForReadingUnlessOneChoosesOtherTasks() {
		assertThat(together(page(""))).contains("&quot;app-integrations:ListApplications&quot;")
			.doesNotContain("CreateServiceLinkedRole");
		String chosen = together(page("?task=CREATE_ROLE&task=EDIT_ROLE"));
		assertThat(chosen)
			.contains("&quot;iam:CreateServiceLinkedRole&quot;", "&quot;iam:UpdateRoleDescription&quot;",
					"of 6,144 characters")
			.doesNotContain("ListApplications");
	}

	@Test
	void saysWhatNeedsNoPolicy() {
		assertThat(together(page("?task="))).contains("This needs no policy.");
	}

	@Test
	void refusesUnknownTasks() {
		assertThat(this.mvc.get().uri(PATH + "?task=NONSENSE").with(SignedIn.viewer())).hasStatus(400);
	}

	private String page(String query) {
		return SignedIn.text(this.mvc.get().uri(PATH + query).with(SignedIn.viewer()).exchange());
	}

	private static String together(String page) {
		return page.substring(page.indexOf("id=\"together\""), page.indexOf("id=\"reach-account\""));
	}

}
