package dev.appintegrations.console.role.web;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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

	@Test
	void saysWhatIdentityPoliciesAllowAndNeverThatSomethingIsAllowed() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "empty");
		EmulatorServer.set(TestAccounts.TROUBLE, "grants",
				Map.of("allowed", List.of("*"), "denied", List.of("app-integrations:List*", "account:*")));
		String page = preflight();
		assertThat(page).contains("What IAM says", "user/operator", "Identity policies do not allow in all 10 regions",
				"A policy denies it explicitly.", "Identity policies allow in all 10 regions");
		assertThat(page.replaceAll("Identity policies (do not )?allow", "")).doesNotContainIgnoringCase("allowed");
	}

	@Test
	void saysWhyNothingIsKnown() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "empty");
		EmulatorServer.faults(TestAccounts.TROUBLE, List
			.of(Map.of("service", "iam", "status", 403, "code", "AccessDenied", "message", "You may not simulate")));
		assertThat(preflight()).contains("Nothing is known.", "You may not simulate", "Unknown in all 10 regions");
	}

	private String preflight() {
		return SignedIn.text(this.mvc.post()
			.uri("/accounts/trouble/role/operator-permissions")
			.with(SignedIn.viewer())
			.with(csrf())
			.exchange());
	}

}
