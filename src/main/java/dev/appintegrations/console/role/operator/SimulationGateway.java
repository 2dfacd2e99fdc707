package dev.appintegrations.console.role.operator;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import dev.appintegrations.console.role.operator.Preflight.Verdict;
import dev.appintegrations.console.role.operator.Simulation.Combination;
import dev.appintegrations.console.role.operator.Simulation.Decision;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

import org.springframework.stereotype.Component;

/**
 * Has IAM simulate the policies of a user or role.
 */
@Component
class SimulationGateway implements RequiresActions {

	private static final Region HOME = new Region("us-east-1");

	/** The most that IAM puts on a page. */
	private static final int PAGE = 1000;

	private final AwsClients clients;

	private final AwsCalls calls;

	SimulationGateway(AwsClients clients, AwsCalls calls) {
		this.clients = clients;
		this.calls = calls.forPages(Duration.ofSeconds(3));
	}

	@Override
	public List<RequiredActions> requiredActions() {
		return List.of(
				RequiredActions.required("iam", "SimulatePrincipalPolicy")
					.on("arn:aws:iam::" + RequiredActions.ACCOUNT + ":user/*",
							"arn:aws:iam::" + RequiredActions.ACCOUNT + ":role/*")
					.because("Has IAM simulate the policies of the user or role whose credentials these are.",
							OperatorTask.PREFLIGHT),
				RequiredActions.optional("iam", "GetRole")
					.on("arn:aws:iam::" + RequiredActions.ACCOUNT + ":role/*")
					.because("Finds the path of the role whose session this is; users need it not.",
							OperatorTask.PREFLIGHT));
	}

	/**
	 * The ARN of a role.
	 * @throws AwsFailedException if IAM could not be asked
	 */
	String roleArn(AccountAlias account, String name) {
		IamClient iam = this.clients.iam(account);
		return this.calls.call(target(account, "GetRole"), new CallMeter(),
				() -> Objects
					.requireNonNull(iam.getRole((request) -> request.roleName(name)).role(),
							"An answer without its content is not IAM's")
					.arn());
	}

	/**
	 * What IAM says of each action on each resource.
	 * @throws AwsFailedException if IAM could not be asked
	 */
	Map<Combination, Decision> simulate(AccountAlias account, String principal, Simulation question) {
		IamClient iam = this.clients.iam(account);
		List<ContextEntry> context = question.context()
			.entrySet()
			.stream()
			.map((entry) -> ContextEntry.builder()
				.contextKeyName(entry.getKey())
				.contextKeyType(ContextKeyTypeEnum.STRING)
				.contextKeyValues(entry.getValue())
				.build())
			.toList();
		Map<Combination, Decision> decisions = new HashMap<>();
		this.calls
			.call(target(account, "SimulatePrincipalPolicy"), new CallMeter(),
					() -> iam.simulatePrincipalPolicyPaginator((request) -> request.policySourceArn(principal)
						.actionNames(question.actions())
						.resourceArns(question.resources())
						.contextEntries(context)
						.maxItems(PAGE)).evaluationResults().stream().toList())
			.forEach((result) -> note(result, decisions));
		return decisions;
	}

	/**
	 * Of several resources, IAM answers each in a list of its own (public scripts that
	 * read it so; AWS documents the shape only).
	 */
	private static void note(EvaluationResult result, Map<Combination, Decision> decisions) {
		String action = result.evalActionName();
		if (result.resourceSpecificResults().isEmpty()) {
			decisions.put(new Combination(action, result.evalResourceName()),
					decision(result, result.evalDecision(), result.missingContextValues()));
		}
		result.resourceSpecificResults()
			.forEach((each) -> decisions.put(new Combination(action, each.evalResourceName()),
					decision(result, each.evalResourceDecision(), each.missingContextValues())));
	}

	private static Decision decision(EvaluationResult result, PolicyEvaluationDecisionType said, List<String> missing) {
		if (said == PolicyEvaluationDecisionType.ALLOWED) {
			return new Decision(Verdict.IDENTITY_POLICIES_ALLOW, "");
		}
		if (result.organizationsDecisionDetail() != null
				&& Boolean.FALSE.equals(result.organizationsDecisionDetail().allowedByOrganizations())) {
			return no("A policy of the organisation does not allow it.");
		}
		if (result.permissionsBoundaryDecisionDetail() != null
				&& Boolean.FALSE.equals(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())) {
			return no("The permissions boundary does not allow it.");
		}
		if (said == PolicyEvaluationDecisionType.EXPLICIT_DENY) {
			return no("A policy denies it explicitly.");
		}
		return missing.isEmpty() ? no("No policy allows it.") : new Decision(Verdict.UNKNOWN,
				"It depends on what a request carries: " + String.join(", ", missing) + ".");
	}

	private static Decision no(String reason) {
		return new Decision(Verdict.IDENTITY_POLICIES_DO_NOT_ALLOW, reason);
	}

	private static AwsCalls.Target target(AccountAlias account, String operation) {
		return new AwsCalls.Target(account, HOME, "iam", operation);
	}

}
