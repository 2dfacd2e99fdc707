package dev.appintegrations.policy.findings;

import java.util.List;
import java.util.stream.Stream;

import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Policy.Version;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.catalog.ActionFacts;
import dev.appintegrations.policy.catalog.Catalog;
import dev.appintegrations.policy.explain.ElementPaths;
import dev.appintegrations.policy.pattern.GlobPattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is looked at.
 *
 * @param policy its policy
 * @param index its place, counted from 0
 */
record Subject(Policy policy, int index) {

	Statement statement() {
		return this.policy.statements().get(this.index);
	}

	boolean allows() {
		return statement().effect() == Effect.ALLOW;
	}

	String verb() {
		return allows() ? "allows" : "denies";
	}

	String path() {
		return ElementPaths.statement(this.index);
	}

	String actionPath(int value) {
		return ElementPaths.action(this.index, statement().actions(), value);
	}

	boolean hasVariables() {
		return this.policy.version() == Version.V2012_10_17;
	}

	GlobPattern resource(String pattern) {
		return hasVariables() ? GlobPattern.withVariables(pattern) : GlobPattern.of(pattern);
	}

	/**
	 * What is known of the actions that a pattern matches.
	 * @param pattern a value of {@code Action}
	 * @return facts of all of them, or {@code null} if not all that matches is known
	 */
	static @Nullable List<ActionFacts> facts(String pattern) {
		Catalog catalog = Catalog.get();
		int colon = pattern.indexOf(':');
		if (colon < 0 || !catalog.isInFull(pattern.substring(0, colon))) {
			return null;
		}
		List<ActionFacts> facts = catalog.expand(pattern)
			.stream()
			.map(catalog::action)
			.flatMap(Stream::ofNullable)
			.toList();
		return facts.isEmpty() ? null : facts;
	}

	Finding finding(Finding.Kind kind, String path, String title, String evidence, Finding.Effect effect,
			String source) {
		return new Finding(kind, this.index, path, title, evidence, effect, source, null);
	}

}
