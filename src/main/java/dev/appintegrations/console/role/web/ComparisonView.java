package dev.appintegrations.console.role.web;

import java.util.List;
import java.util.stream.Collectors;

import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.compare.Comparison;
import dev.appintegrations.policy.compare.Comparison.Relation;

/**
 * How two policies relate, for people.
 *
 * @param tone of the relation
 * @param words the relation in a sentence
 * @param witnesses requests that tell them apart
 * @param notSupported what could not be decided
 */
record ComparisonView(String tone, String words, List<WitnessView> witnesses, List<String> notSupported) {

	/**
	 * Prepares a comparison.
	 * @param comparison the comparison
	 * @param first what the earlier policy is called, with its article
	 * @param second what the later one is called, with its article
	 */
	static ComparisonView of(Comparison comparison, String first, String second) {
		String words = switch (comparison.relation()) {
			case EQUAL -> "They allow the same requests.";
			case NARROWER -> capitalised(second) + " allows less than " + first + ", and nothing else.";
			case WIDER -> capitalised(second) + " allows all that " + first + " does, and more.";
			case DIFFERENT -> "Each allows something that the other does not.";
			case NOT_SUPPORTED -> "Whether they allow the same can't be decided.";
		};
		String tone = (comparison.relation() == Relation.EQUAL) ? "good" : "warning";
		return new ComparisonView(tone, words,
				comparison.witnesses()
					.stream()
					.map((witness) -> new WitnessView("Only " + (witness.isLoss() ? first : second) + " allows this",
							question(witness.request())))
					.toList(),
				comparison.notSupported());
	}

	static String question(Request request) {
		String context = request.context()
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " = "
					+ (entry.getValue().isEmpty() ? "(no value)" : String.join(" and ", entry.getValue())))
			.collect(Collectors.joining(", "));
		return request.action() + " on " + request.resource() + (context.isEmpty() ? "" : ", with " + context);
	}

	private static String capitalised(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

	/**
	 * A request that only one of them allows.
	 *
	 * @param who which one
	 * @param request the request
	 */
	record WitnessView(String who, String request) {

	}

}
