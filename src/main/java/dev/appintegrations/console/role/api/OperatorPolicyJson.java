package dev.appintegrations.console.role.api;

import java.util.List;

import dev.appintegrations.console.role.operator.OperatorPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy to attach.
 */
@Schema(name = "OperatorPolicy", description = "A managed policy to attach.")
record OperatorPolicyJson(@Schema(type = "object") JsonNode document,
		@Schema(description = "Its characters without white space; IAM takes 6,144.") int size) {

	static List<OperatorPolicyJson> of(List<OperatorPolicy> policies) {
		return policies.stream()
			.map((policy) -> new OperatorPolicyJson(JsonMapper.shared().readTree(policy.document()), policy.size()))
			.toList();
	}

}
