package dev.appintegrations.benchmark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.PolicyWriter;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.RolePolicies;
import dev.appintegrations.policy.compare.PolicyComparison;
import dev.appintegrations.policy.explain.Explainer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the policy library does in a second of one core. Requests take turns, so that
 * every statement decides some.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PolicyBenchmark {

	private static final String FLOW = "arn:aws:appflow:eu-west-2:111122223333:flow/FlowCreatedByAppIntegrations-7f3a";

	private static final List<Request> ROLE_REQUESTS = List.of(
			new Request("cloudwatch:PutMetricData", "*",
					Map.of("cloudwatch:namespace", List.of("AWS/AppIntegrations"))),
			new Request("cloudwatch:PutMetricData", "*", Map.of("cloudwatch:namespace", List.of("Custom"))),
			new Request("appflow:ListConnectorEntities", "arn:aws:appflow:eu-west-2:111122223333:connectorprofile/crm",
					Map.of()),
			new Request("appflow:UseConnectorProfile", "arn:aws:appflow:eu-west-2:111122223333:connectorprofile/crm",
					Map.of()),
			new Request("appflow:DeleteFlow", FLOW, Map.of("aws:ResourceTag/AppIntegrationsManaged", List.of("true"))),
			new Request("appflow:UpdateFlow", FLOW, Map.of()),
			new Request("appflow:TagResource", FLOW, Map.of("aws:TagKeys", List.of("AppIntegrationsManaged", "team"))),
			new Request("kms:Decrypt", "arn:aws:kms:eu-west-2:111122223333:key/1234", Map.of()));

	private final Policy role = RolePolicies.permissions();

	private final Policy changedRole = PolicyReader
		.read(PolicyWriter.write(this.role).replace("appflow:StopFlow", "appflow:CreateFlow"));

	private final Policy longPolicy = PolicyReader.read(LongPolicy.document());

	private final Policy changedLongPolicy = PolicyReader.read(LongPolicy.document().replace("team-7-", "team-77-"));

	private final List<Request> longRequests = LongPolicy.requests();

	private final Evaluator roleEvaluator = Evaluator.of(this.role);

	private final Evaluator longEvaluator = Evaluator.of(this.longPolicy);

	private int turn;

	private Request next(List<Request> requests) {
		return requests.get(this.turn++ & (requests.size() - 1));
	}

	@Benchmark
	public Object decideByRole() {
		return this.roleEvaluator.decide(next(ROLE_REQUESTS));
	}

	@Benchmark
	public Object decideByLongPolicy() {
		return this.longEvaluator.decide(next(this.longRequests));
	}

	@Benchmark
	public Object decideByRoleWithReasons() {
		return this.roleEvaluator.evaluate(next(ROLE_REQUESTS));
	}

	@Benchmark
	public Object explainRole() {
		return Explainer.explain(this.role);
	}

	@Benchmark
	public Object explainLongPolicy() {
		return Explainer.explain(this.longPolicy);
	}

	@Benchmark
	public Object compareRole() {
		return PolicyComparison.compare(this.role, this.changedRole);
	}

	@Benchmark
	public Object compareLongPolicy() {
		return PolicyComparison.compare(this.longPolicy, this.changedLongPolicy);
	}

}
