package dev.appintegrations.console.role.operator;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import dev.appintegrations.console.ConsoleTest;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.role.operator.Preflight.Answer;
import dev.appintegrations.console.role.operator.Preflight.Verdict;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@ConsoleTest
class PreflightsTests {

	@Autowired
	private Preflights preflights;

	@Autowired
	private Accounts accounts;

	@BeforeEach
	void startAnew() {
		EmulatorServer.reset(TestAccounts.TROUBLE, "empty");
	}

	@Test
	void saysWhereIdentityPoliciesAllowEverything() {
		Preflight preflight = run();
		assertThat(preflight.problem()).isNull();
		assertThat(preflight.caller()).isEqualTo("arn:aws:iam::" + TestAccounts.TROUBLE + ":user/operator")
			.isEqualTo(preflight.principal());
		assertThat(preflight.answers()).isNotEmpty()
			.extracting(Answer::verdict)
			.containsOnly(Verdict.IDENTITY_POLICIES_ALLOW);
	}

	@Test
	void asksAboutEveryDeclaredActionInEveryRegionOfTheAccountThatHasAnEndpoint() {
		List<Answer> answers = run().answers();
		assertThat(of(answers, "app-integrations:ListApplications")).hasSize(10)
			.extracting((answer) -> Objects.requireNonNull(answer.region()).code())
			.contains("us-east-1", "af-south-1")
			.doesNotContain("ap-south-1");
		assertThat(of(answers, "iam:UpdateRoleDescription")).singleElement().satisfies((answer) -> {
			assertThat(answer.region()).isNull();
			assertThat(answer.tasks()).containsExactly(OperatorTask.EDIT_ROLE);
		});
		assertThat(of(answers, "app-integrations:GetApplication")).extracting(Answer::resources)
			.contains(List.of("arn:aws:app-integrations:eu-west-2:" + TestAccounts.TROUBLE + ":application/*"));
		assertThat(answers).extracting(Answer::action).doesNotContain("sts:GetCallerIdentity", "sts:AssumeRole");
		assertThat(answers)
			.extracting((answer) -> List.of(answer.action(), answer.resources(), String.valueOf(answer.region())))
			.doesNotHaveDuplicates();
	}

	@Test
	void tellsRegionsAndActionsApart() {
		EmulatorServer.set(TestAccounts.TROUBLE, "grants",
				Map.of("allowed", List.of("iam:Get*", "app-integrations:Get* arn:aws:app-integrations:eu-west-2:*"),
						"denied", List.of("iam:GetPolicy")));
		List<Answer> answers = run().answers();
		assertThat(of(answers, "app-integrations:GetDataIntegration"))
			.filteredOn((answer) -> answer.verdict() == Verdict.IDENTITY_POLICIES_ALLOW)
			.singleElement()
			.satisfies((answer) -> assertThat(answer.region()).hasToString("eu-west-2"));
		assertThat(of(answers, "iam:GetPolicy")).extracting(Answer::verdict, Answer::reason)
			.containsExactly(tuple(Verdict.IDENTITY_POLICIES_DO_NOT_ALLOW, "A policy denies it explicitly."));
		assertThat(of(answers, "iam:CreateServiceLinkedRole")).extracting(Answer::reason)
			.containsExactly("No policy allows it.");
	}

	@Test
	void saysNothingIsKnownOnceItMayNotAsk() {
		EmulatorServer.faults(TestAccounts.TROUBLE, List.of(Map.of("service", "iam", "operation",
				"SimulatePrincipalPolicy", "status", 403, "code", "AccessDenied", "message", "Not you")));
		Preflight preflight = run();
		assertThat(preflight.problem()).contains("Not you");
		assertThat(preflight.answers()).isNotEmpty().allMatch(unknown("Not you"));
		assertThat(preflight.calls()).isOne();
	}

	@Test
	void saysNothingIsKnownWithoutSts() {
		EmulatorServer.faults(TestAccounts.TROUBLE, List.of(Map.of("service", "sts", "status", 403, "code",
				"InvalidClientTokenId", "message", "The security token included in the request is invalid.")));
		Preflight preflight = run();
		assertThat(preflight.caller()).isNull();
		assertThat(preflight.answers()).isNotEmpty().allMatch(unknown("security token"));
		assertThat(preflight.calls()).isZero();
	}

	@Test
	void leavesUnknownWhatASingleQuestionDidNotAnswer() {
		EmulatorServer.faults(TestAccounts.TROUBLE,
				List.of(Map.of("service", "iam", "operation", "SimulatePrincipalPolicy", "skip", 3, "times", 1,
						"status", 400, "code", "InvalidInput", "message", "not this one")));
		Preflight preflight = run();
		assertThat(preflight.problem()).isNull();
		assertThat(preflight.answers()).filteredOn((answer) -> answer.verdict() == Verdict.UNKNOWN)
			.isNotEmpty()
			.allMatch(unknown("not this one"))
			.hasSizeLessThan(50);
	}

	@Test
	void asksTwoOrThreeQuestionsForEachRegion() {
		EmulatorServer.forgetCalls(TestAccounts.TROUBLE);
		int calls = run().calls();
		assertThat(EmulatorServer.calls(TestAccounts.TROUBLE)).extracting("operation")
			.filteredOn("SimulatePrincipalPolicy"::equals)
			.hasSize(calls);
		assertThat(calls).isBetween(20, 30);
	}

	private static Predicate<Answer> unknown(String reason) {
		return (answer) -> answer.verdict() == Verdict.UNKNOWN && answer.reason().contains(reason);
	}

	private static List<Answer> of(List<Answer> answers, String action) {
		return answers.stream().filter((answer) -> answer.action().equals(action)).toList();
	}

	private Preflight run() {
		Account account = this.accounts.find(new AccountAlias("trouble")).orElseThrow();
		return this.preflights.run(account);
	}

}
