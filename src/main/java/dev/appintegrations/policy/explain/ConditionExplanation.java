package dev.appintegrations.policy.explain;

import dev.appintegrations.policy.Condition;

/**
 * A condition in plain words.
 *
 * @param path where it stands in the document, as a JSON path
 * @param condition the condition
 * @param text what must hold, after <i>only if</i>, such as {@code cloudwatch:namespace
 * is exactly “AWS/AppIntegrations”}
 * @param whenMissing what becomes of a request without the key, as a sentence
 */
public record ConditionExplanation(String path, Condition condition, String text, String whenMissing) {

}
