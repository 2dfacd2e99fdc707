package dev.appintegrations.console.role.api;

import java.util.List;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.compare.Comparison;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How two policies relate, as programs see it.
 */
@Schema(name = "PolicyComparison", description = "How two policies relate by what they allow.")
record ComparisonJson(@Schema(description = "Of the later policy to the earlier one.") Comparison.Relation relation,
		@Schema(description = "Requests that tell them apart, a handful.") List<WitnessJson> witnesses,
		@Schema(description = "What could not be decided.") List<String> notSupported) {

	static ComparisonJson of(Comparison comparison) {
		return new ComparisonJson(comparison.relation(),
				comparison.witnesses()
					.stream()
					.map((witness) -> new WitnessJson(ExplanationJson.RequestJson.of(witness.request()),
							witness.before(), witness.after()))
					.toList(),
				comparison.notSupported());
	}

	/**
	 * A request that tells them apart.
	 */
	@Schema(name = "PolicyWitness", description = "A request that one policy allows and the other does not.")
	record WitnessJson(ExplanationJson.RequestJson request, Decision before, Decision after) {

	}

}
