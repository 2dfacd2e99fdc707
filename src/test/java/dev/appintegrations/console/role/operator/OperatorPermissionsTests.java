package dev.appintegrations.console.role.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.appintegrations.console.ConsoleTest;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiredActions.Need;
import dev.appintegrations.console.kernel.RequiresActions;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.catalog.Catalog;
import dev.appintegrations.policy.findings.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class OperatorPermissionsTests {

	private static final String ACCOUNT = "111122223333";

	@Autowired
	private OperatorPermissions permissions;

	@Test
	void nobodyCallsAwsWithoutSayingWhatThatTakes() {
		classes().that()
			.resideInAPackage("dev.appintegrations.console..")
			.and()
			.haveSimpleNameEndingWith("Gateway")
			.and()
			.areNotInterfaces()
			.should()
			.implement(RequiresActions.class)
			.because("the operator's policies are made of what gateways declare")
			.check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
				.importPackages(AwsClients.class.getPackageName().replace(".aws", "")));
	}

	@Test
	void knowsEveryActionThatIsDeclared() {
		assertThat(this.permissions.declared().stream().flatMap((declared) -> declared.actions().stream())).isNotEmpty()
			.allSatisfy((action) -> assertThat(Catalog.get().expand(action)).containsExactly(action));
	}

	@Test
	void saysOfEachDeclarationWhatItIsFor() {
		assertThat(this.permissions.declared()).allSatisfy((declared) -> {
			assertThat(declared.tasks()).isNotEmpty();
			assertThat(declared.why()).endsWith(".").hasSizeGreaterThan(20);
		});
	}

	@ParameterizedTest
	@EnumSource
	void makesAPolicyWithoutAnyFindingForEachTask(OperatorTask task) {
		assertThat(this.permissions.policies(Set.of(task), ACCOUNT))
			.allSatisfy((policy) -> assertThat(Findings.of(PolicyReader.read(policy.document()))).isEmpty());
	}

	@Test
	void makesOnePolicyForAll() {
		List<OperatorPolicy> policies = this.permissions.policies(Arrays.asList(OperatorTask.values()), ACCOUNT);
		assertThat(policies).hasSize(1).allSatisfy((policy) -> {
			assertThat(policy.size()).isLessThan(OperatorPolicy.MOST);
			assertThat(Findings.of(PolicyReader.read(policy.document()))).isEmpty();
		});
	}

	@Test
	void grantsReadersNothingThatChangesAnything() {
		assertThat(Arrays.stream(OperatorTask.values())
			.filter((task) -> !task.changing())
			.flatMap((task) -> this.permissions.of(task).stream())
			.filter((declared) -> declared.need() != Need.UNCHECKED && !"sts".equals(declared.service()))
			.map(RequiredActions::actions)
			.flatMap(List::stream)).allMatch((action) -> action.matches("[^:]+:(Get|List|Describe|Simulate)\\w+"));
	}

}
