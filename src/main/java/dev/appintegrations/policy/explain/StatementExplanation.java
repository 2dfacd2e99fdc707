package dev.appintegrations.policy.explain;

import java.util.List;

import dev.appintegrations.policy.Statement;

/**
 * A statement in plain words.
 *
 * @param statement the statement
 * @param path where it stands in the document, as a JSON path
 * @param sentence all of it in one sentence, in which long lists are cut short
 * @param who whom it is about, such as {@code the service Amazon AppIntegrations
 * (app-integrations.amazonaws.com)}
 * @param actions its actions; where the statement has {@code NotAction}, those that it is
 * not about
 * @param resources its resources; where the statement has {@code NotResource}, those that
 * it is not about
 * @param conditions its conditions, which must all hold
 * @param cautions what is easily overlooked in it, as sentences
 */
public record StatementExplanation(Statement statement, String path, String sentence, String who,
		List<ActionExplanation> actions, List<ResourceExplanation> resources, List<ConditionExplanation> conditions,
		List<String> cautions) {

	public StatementExplanation {
		actions = List.copyOf(actions);
		resources = List.copyOf(resources);
		conditions = List.copyOf(conditions);
		cautions = List.copyOf(cautions);
	}

}
