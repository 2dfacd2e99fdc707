package dev.appintegrations.console.role.web;

import java.util.List;
import java.util.Optional;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.role.AppIntegrationsRole;
import dev.appintegrations.console.role.DocumentedRole;
import dev.appintegrations.console.role.Readings;
import dev.appintegrations.console.role.RoleReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@PageTest
@MockitoBean(types = AppIntegrationsRole.class)
class RolePagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Inventory inventory;

	@Autowired
	private AppIntegrationsRole roles;

	@BeforeEach
	void withoutAScan() {
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.empty());
	}

	@Test
	void showsTheRoleThatIsThere() {
		show(Readings.present());
		assertThat(page(""))
			.contains("present", "AROAEXAMPLE", "2023-05-06", "eu-west-2", "&lt;b&gt;ours&lt;/b&gt;",
					"&lt;i&gt;x&lt;/i&gt;", "AppIntegrationsServiceLinkedRolePolicy",
					"Not known: this account was not scanned yet.")
			.doesNotContain("<b>ours</b>", "Not as AWS makes it", "/role/create\"");
	}

	@Test
	void saysWhatIsNotAsAwsMakesIt() {
		show(Readings.present(List.of("extra"), DocumentedRole.POLICY, DocumentedRole.TRUST));
		assertThat(page("")).contains("Not as AWS makes it", "extra");
	}

	@Test
	void raisesTheAlarmWhereIntegrationsMissTheirRole() {
		show(Readings.absent());
		given(this.inventory.latest(Scans.ALIAS))
			.willReturn(Optional.of(Scans.finished().listed("eu-west-2", 2, 1, 0, 0).scan()));
		assertThat(page("")).contains("The role is missing while 3 integrations exist");
	}

	@Test
	void isCalmWhereNothingNeedsTheRole() {
		show(Readings.absent());
		assertThat(page("")).contains("The role does not exist, and nothing here needs it.")
			.doesNotContain("role=\"alert\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/permissions", "/drift", "/what-if", "/create", "/description" })
	void neverTakesDeniedForAbsent(String path) {
		show(Readings.denied());
		assertThat(page(path)).doesNotContain("does not exist", "There is no role");
	}

	@Test
	void saysWhatIsDeniedAndWhatToDo() {
		show(Readings.denied());
		assertThat(page("")).contains("Whether the role exists is not known", "AccessDenied",
				"not authorized to perform: iam:GetRole", "Allow iam:GetRole.", "Request id request-GetRole");
	}

	@Test
	void saysThatIamDidNotAnswer() {
		show(Readings.timedOut());
		assertThat(page("")).contains("unknown", "TIMED_OUT", "No answer within 10 seconds")
			.doesNotContain("Request id");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/permissions | the documented policy: the role does not exist
			/what-if     | the documented policy: the role does not exist
			/drift       | There is nothing to compare: the role is absent
			""")
	void fallsBackOnTheDocumentedPolicyAndSaysSo(String path, String words) {
		show(Readings.absent());
		assertThat(page(path)).contains(words);
	}

	@Test
	void saysWhyTheLivePolicyIsNotShown() {
		show(Readings.withoutPolicy());
		assertThat(page("/permissions")).contains("the documented policy: the role&#39;s policy could not be read");
		assertThat(page("/drift")).contains("There is nothing to compare", "GetPolicyVersion", "AccessDenied");
		assertThat(page("")).contains("They could not be read; see above.");
	}

	@Test
	void showsEachStatementWithItsFindings() {
		show(Readings.present());
		assertThat(page("/permissions")).contains("statement-1", "statement-5", "cloudwatch:PutMetricData",
				"effect unknown", "the role&#39;s policy, version v1");
	}

	@Test
	void saysOfExceptionsThatTheyAreExceptionsAndWhatIsOverlooked() {
		MvcTestResult answer = this.mvc.post()
			.uri("/accounts/demo/role/policy-lab")
			.param("policy", """
					{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "NotAction": "appflow:*",
					"NotResource": "arn:aws:s3:::b/*"}}""")
			.with(SignedIn.viewer())
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
		assertThat(answer).hasStatusOk();
		assertThat(SignedIn.text(answer)).contains("actions that it is not about", "Any action but", "On anything but",
				"NotAction denies every action that is not listed",
				"NotResource denies the actions on every resource that is not listed");
	}

	@Test
	void saysWhyNoStatementMatches() {
		show(Readings.present());
		assertThat(page("/what-if?action=appflow:CreateFlow&resource=*")).contains("Why no statement matches");
		assertThat(page("/what-if?action=appflow:DescribeConnectorEntity&resource=*"))
			.contains("Why the others don&#39;t match");
	}

	@Test
	void findsNoDriftInTheDocumentedRole() {
		show(Readings.present());
		assertThat(page("/drift")).contains("The same as documented.").doesNotContain("Not as documented.");
	}

	@Test
	void showsDriftInTextAndInMeaning() {
		show(Readings.present(List.of(), DocumentedRole.POLICY.replace("appflow:DeleteFlow", "appflow:CreateFlow"),
				DocumentedRole.TRUST));
		assertThat(page("/drift")).contains("Not as documented.", "In meaning", "appflow:CreateFlow", "class=\"added\"",
				"class=\"removed\"");
	}

	@Test
	void completesActionsOfTheServicesThatTheRoleTouches() {
		show(Readings.present());
		assertThat(page("/what-if"))
			.contains("<option value=\"appflow:RegisterConnector\">", "<option value=\"cloudwatch:GetMetricData\">",
					"<option value=\"kms:Decrypt\">")
			.doesNotContain("<option value=\"ec2:RunInstances\">");
	}

	@ParameterizedTest
	@CsvSource({ "ec2:runinst, ec2:RunInstances", "RunInstances, ec2:RunInstances", "APPFLOW:del, appflow:DeleteFlow" })
	void completesActionsOfEveryServiceAsOneTypes(String typed, String action) {
		String options = page("/what-if/actions?action=" + typed);
		assertThat(options).contains("<option value=\"" + action + "\">").doesNotContain("<html", "<main");
		assertThat(options.split("<option")).hasSizeLessThanOrEqualTo(51);
	}

	@Test
	void completesNothingFromNothing() {
		assertThat(page("/what-if/actions")).contains("id=\"actions\"").doesNotContain("<option");
	}

	@Test
	void offersOnlyWhatTheUserMayDo() {
		show(Readings.absent());
		assertThat(page("", SignedIn.operator())).contains("/role/create\"");
		assertThat(page("")).doesNotContain("/role/create\"");
		show(Readings.present());
		assertThat(page("", SignedIn.operator())).contains("/role/description\"").doesNotContain("/role/create\"");
		assertThat(page("")).doesNotContain("/role/description\"");
		assertThat(this.mvc.get().uri("/accounts/demo/role/create").with(SignedIn.viewer())).hasStatus(403);
	}

	@Test
	void showsThePolicyThatCreatingTheRoleNeeds() {
		show(Readings.absent());
		assertThat(page("/create", SignedIn.operator())).contains("iam:CreateServiceLinkedRole", "iam:AWSServiceName",
				"What everything else needs");
		show(Readings.present());
		assertThat(page("/create", SignedIn.operator())).contains("The role is there already.");
	}

	private void show(RoleReading reading) {
		given(this.roles.read(Scans.ALIAS)).willReturn(reading);
		given(this.roles.current(Scans.ALIAS)).willReturn(reading);
	}

	private String page(String path) {
		return page(path, (path.startsWith("/create") || path.startsWith("/description")) ? SignedIn.operator()
				: SignedIn.viewer());
	}

	private String page(String path, RequestPostProcessor user) {
		var result = this.mvc.get().uri("/accounts/demo/role" + path).with(user).exchange();
		assertThat(result).hasStatusOk();
		return SignedIn.text(result);
	}

}
