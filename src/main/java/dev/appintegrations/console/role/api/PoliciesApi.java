package dev.appintegrations.console.role.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.PolicySyntaxException;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.compare.PolicyComparison;
import dev.appintegrations.policy.explain.Explainer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The policy lab: any policy, of which nothing is stored.
 */
@RestController
@RequestMapping(path = "/api/v1/policies", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Policies")
class PoliciesApi {

	private static final int MOST_POLICIES = 20;

	@PostMapping("/explanations")
	@Requires(Permission.EVALUATE)
	@Operation(operationId = "explainPolicy", summary = "A policy in words, with what is odd in it")
	ExplanationJson explain(@RequestBody ExplanationRequest request) {
		Policy policy = read("$.policy", request.policy());
		return ExplanationJson.of(policy, Explainer.explain(policy));
	}

	@PostMapping("/evaluations")
	@Requires(Permission.EVALUATE)
	@Operation(operationId = "evaluatePolicies", summary = "What policies say of requests",
			description = "A trust policy, if there is one, alone decides requests to assume the role that name a principal.")
	Evaluations evaluate(@RequestBody PolicyEvaluationsRequest request) {
		List<@Nullable JsonNode> documents = request.identityPolicies();
		if (documents == null || documents.size() > MOST_POLICIES) {
			throw EvaluationsRequest
				.refused(List.of(new FieldProblem("$.identityPolicies", "must be a list of at most 20 policies")));
		}
		List<Policy> policies = new ArrayList<>();
		for (int i = 0; i < documents.size(); i++) {
			policies.add(read("$.identityPolicies[" + i + "]", documents.get(i)));
		}
		Policy trust = (request.trustPolicy() != null) ? read("$.trustPolicy", request.trustPolicy()) : null;
		List<Request> requests = new EvaluationsRequest(request.requests()).checked();
		return Evaluations.of(Evaluator.of(policies, trust), requests);
	}

	@PostMapping("/comparisons")
	@Requires(Permission.EVALUATE)
	@Operation(operationId = "comparePolicies", summary = "How two identity policies relate by what they allow",
			description = "Each witness is a request that one allows and the other does not, verified by the evaluator.")
	ComparisonJson compare(@RequestBody ComparisonRequest request) {
		Policy before = read("$.before", request.before());
		Policy after = read("$.after", request.after());
		return ComparisonJson.of(PolicyComparison.compare(before, after));
	}

	private static Policy read(String path, @Nullable JsonNode document) {
		if (document == null || document.isNull()) {
			throw EvaluationsRequest.refused(List.of(new FieldProblem(path, "is missing")));
		}
		try {
			return PolicyReader.read(document.isString() ? document.stringValue() : document.toString());
		}
		catch (PolicySyntaxException ex) {
			throw EvaluationsRequest.refused(List.of(new FieldProblem(path + ex.path().substring(1), ex.problem())));
		}
	}

	/**
	 * A policy to explain.
	 */
	@Schema(name = "ExplanationRequest", description = "A policy to explain: a document, or its text.")
	record ExplanationRequest(@Schema(type = "object") @Nullable JsonNode policy) {

	}

	/**
	 * Policies and requests to decide by them.
	 */
	@Schema(name = "PolicyEvaluationsRequest", description = "Policies, and at most 500 requests to decide by them.")
	record PolicyEvaluationsRequest(@Nullable List<@Nullable JsonNode> identityPolicies,
			@Schema(type = "object") @Nullable JsonNode trustPolicy,
			@Nullable List<EvaluationsRequest.@Nullable Asked> requests) {

	}

	/**
	 * Decisions.
	 */
	@Schema(name = "Evaluations", description = "A decision for each request, in order.")
	record Evaluations(List<EvaluationJson> items) {

		static Evaluations of(Evaluator evaluator, List<Request> requests) {
			return new Evaluations(IntStream.range(0, requests.size())
				.mapToObj((i) -> EvaluationJson.of(requests.get(i), evaluator.evaluate(requests.get(i))))
				.toList());
		}

	}

	/**
	 * Policies to compare.
	 */
	@Schema(name = "ComparisonRequest", description = "Policies to compare: documents, or their text.")
	record ComparisonRequest(@Schema(type = "object") @Nullable JsonNode before,
			@Schema(type = "object") @Nullable JsonNode after) {

	}

}
