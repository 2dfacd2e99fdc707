package dev.appintegrations.policy.explain;

/**
 * A resource, or a pattern of resources, in plain words.
 *
 * @param path where it stands in the document, as a JSON path
 * @param pattern the resource as written
 * @param text the same in words, such as {@code any Amazon AppFlow flow in any Region and
 * account}
 */
public record ResourceExplanation(String path, String pattern, String text) {

}
