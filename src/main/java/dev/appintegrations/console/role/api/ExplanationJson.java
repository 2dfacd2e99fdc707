package dev.appintegrations.console.role.api;

import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.catalog.ActionFacts;
import dev.appintegrations.policy.catalog.Catalog;
import dev.appintegrations.policy.explain.ActionExplanation;
import dev.appintegrations.policy.explain.Explanation;
import dev.appintegrations.policy.explain.StatementExplanation;
import dev.appintegrations.policy.findings.Finding;
import dev.appintegrations.policy.findings.Findings;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A policy in words, as programs see it.
 */
@Schema(name = "PolicyExplanation", description = "A policy in words, with what is odd in it.")
record ExplanationJson(List<StatementJson> items, List<FindingJson> findings,
		@Schema(description = "Where access levels, resource types and condition keys are from.") String source) {

	static ExplanationJson of(Policy policy, Explanation explanation) {
		return new ExplanationJson(explanation.statements().stream().map(StatementJson::of).toList(),
				Findings.of(policy).stream().map(FindingJson::of).toList(), Catalog.get().source().toString());
	}

	/**
	 * A statement in words.
	 */
	@Schema(name = "StatementExplanation", description = "A statement in words.")
	record StatementJson(@Schema(description = "Where it stands.", example = "$.Statement[0]") String path,
			@Nullable String sid, Effect effect, String sentence, List<ActionJson> actions, List<PartJson> resources,
			List<PartJson> conditions, List<String> cautions) {

		static StatementJson of(StatementExplanation statement) {
			return new StatementJson(statement.path(), statement.statement().sid(), statement.statement().effect(),
					statement.sentence(), statement.actions().stream().map(ActionJson::of).toList(),
					statement.resources()
						.stream()
						.map((resource) -> new PartJson(resource.path(), resource.pattern(), resource.text()))
						.toList(),
					statement.conditions()
						.stream()
						.map((condition) -> new PartJson(condition.path(), condition.condition().operatorText(),
								condition.text()))
						.toList(),
					statement.cautions());
		}

	}

	/**
	 * An action, or a pattern of actions.
	 */
	@Schema(name = "ActionExplanation", description = "An action, or a pattern of actions.")
	record ActionJson(String path, String pattern, String text,
			@Schema(description = "How many documented actions it matches.") int matches,
			List<KnownActionJson> actions) {

		static ActionJson of(ActionExplanation action) {
			return new ActionJson(action.path(), action.pattern(), action.text(), action.matches(),
					action.known().stream().map(KnownActionJson::of).toList());
		}

	}

	/**
	 * A documented action.
	 */
	@Schema(name = "KnownAction", description = "A documented action; null where its service is not known in full.")
	record KnownActionJson(String action, @Nullable String description, @Nullable String accessLevel,
			@Nullable List<String> resourceTypes, @Nullable List<String> conditionKeys) {

		static KnownActionJson of(ActionExplanation.KnownAction action) {
			ActionFacts facts = action.facts();
			if (facts == null) {
				return new KnownActionJson(action.id(), action.words(), null, null, null);
			}
			return new KnownActionJson(action.id(), action.words(), facts.accessLevel().name(),
					facts.resources().stream().map((use) -> use.type().name()).toList(), facts.conditionKeys());
		}

	}

	/**
	 * A resource or condition in words.
	 */
	@Schema(name = "PolicyPart", description = "A resource or condition in words.")
	record PartJson(String path, @Schema(description = "The resource, or the operator.") String pattern, String text) {

	}

	/**
	 * Something odd.
	 */
	@Schema(name = "PolicyFinding", description = "Something in a policy that is wrong, or not what it seems.")
	record FindingJson(Finding.Kind kind, @Schema(description = "Counted from 0.") int statement, String path,
			String title, String evidence, Finding.Effect effect, String source,
			@Schema(description = "A request that the policy answers otherwise than it seems to.") @Nullable RequestJson counterExample) {

		static FindingJson of(Finding finding) {
			Request example = finding.counterExample();
			return new FindingJson(finding.kind(), finding.statement(), finding.path(), finding.title(),
					finding.evidence(), finding.effect(), finding.source(),
					(example != null) ? RequestJson.of(example) : null);
		}

	}

	/**
	 * A request.
	 */
	@Schema(name = "PolicyRequest", description = "A request that a policy allows or denies.")
	record RequestJson(String action, String resource, Map<String, List<String>> context) {

		static RequestJson of(Request request) {
			return new RequestJson(request.action(), request.resource(), request.context());
		}

	}

}
