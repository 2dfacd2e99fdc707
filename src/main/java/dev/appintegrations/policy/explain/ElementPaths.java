package dev.appintegrations.policy.explain;

import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Statement.Patterns;

/**
 * JSON paths of what stands in a policy document. A list of one value is taken for the
 * value: its path leads to the list, since a {@code Policy} does not tell which of the
 * two was written. In the same way {@code Statement} is taken for a list.
 */
public final class ElementPaths {

	private ElementPaths() {
	}

	/**
	 * Path of a statement.
	 * @param statement its place, counted from 0
	 * @return such as {@code $.Statement[2]}
	 */
	public static String statement(int statement) {
		return "$.Statement[" + statement + "]";
	}

	/**
	 * Path of an {@code Action} or {@code NotAction}.
	 * @param statement place of the statement, counted from 0
	 * @param actions the element
	 * @param value place of the value, counted from 0
	 * @return such as {@code $.Statement[2].Action[1]}
	 */
	public static String action(int statement, Patterns actions, int value) {
		return element(statement, "Action", actions) + index(actions, value);
	}

	/**
	 * Path of a {@code Resource} or {@code NotResource}.
	 * @param statement place of the statement, counted from 0
	 * @param resources the element
	 * @param value place of the value, counted from 0
	 * @return such as {@code $.Statement[2].Resource}
	 */
	public static String resource(int statement, Patterns resources, int value) {
		return element(statement, "Resource", resources) + index(resources, value);
	}

	/**
	 * Path of an element as a whole.
	 * @param statement place of the statement, counted from 0
	 * @param name {@code Action} or {@code Resource}
	 * @param patterns the element, which may be the {@code Not} form
	 * @return such as {@code $.Statement[2].NotAction}
	 */
	public static String element(int statement, String name, Patterns patterns) {
		return statement(statement) + (patterns.negated() ? ".Not" : ".") + name;
	}

	/**
	 * Path of the values of a condition.
	 * @param statement place of the statement, counted from 0
	 * @param condition the condition
	 * @return such as
	 * {@code $.Statement[0].Condition.StringEquals["cloudwatch:namespace"]}
	 */
	public static String condition(int statement, Condition condition) {
		return statement(statement) + ".Condition" + member(condition.operatorText()) + member(condition.key());
	}

	private static String index(Patterns patterns, int value) {
		return (patterns.values().size() > 1) ? "[" + value + "]" : "";
	}

	private static String member(String name) {
		return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name
				: "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
	}

}
