package dev.appintegrations.console.role.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.appintegrations.console.role.web.PermissionsView.ActionView;
import dev.appintegrations.console.role.web.PermissionsView.StatementView;
import dev.appintegrations.policy.explain.ConditionExplanation;
import dev.appintegrations.policy.explain.ResourceExplanation;

/**
 * The permissions as a picture of four columns: role, statements, actions, and resources
 * with conditions.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param roleY middle of the role
 * @param flows one for each statement
 */
record PermissionGraph(int width, int height, int roleY, List<Flow> flows) {

	private static final int WIDTH = 1120;

	private static final int ROW = 24;

	private static final int GAP = 18;

	private static final int ROLE_END = 96;

	private static final int STATEMENT = 170;

	private static final int STATEMENT_END = 276;

	private static final int ACTION = 350;

	private static final int ACTION_END = 640;

	private static final int LIMIT = 714;

	/**
	 * Draws statements.
	 * @param statements what to draw
	 * @param inert numbers of statements, counted from 1, with a grant that can't match
	 * @return the picture
	 */
	static PermissionGraph of(List<StatementView> statements, Set<Integer> inert) {
		List<Flow> flows = new ArrayList<>();
		int y = GAP;
		int height = GAP;
		for (StatementView statement : statements) {
			int rows = Math.max(statement.actions().size(), limits(statement).size());
			height += rows * ROW + GAP;
		}
		int roleY = height / 2;
		for (StatementView statement : statements) {
			int rows = Math.max(statement.actions().size(), limits(statement).size());
			flows.add(flow(statement, y, rows, roleY, inert.contains(statement.number())));
			y += rows * ROW + GAP;
		}
		return new PermissionGraph(WIDTH, height, roleY, flows);
	}

	private static Flow flow(StatementView statement, int top, int rows, int roleY, boolean inert) {
		int middle = top + rows * ROW / 2;
		List<Node> actions = new ArrayList<>();
		List<Node> limits = new ArrayList<>();
		List<String> links = new ArrayList<>();
		links.add(link(ROLE_END, roleY, STATEMENT, middle));
		int offset = (rows - statement.actions().size()) * ROW / 2;
		for (ActionView action : statement.actions()) {
			int y = top + offset + actions.size() * ROW + ROW / 2;
			actions.add(new Node(action.id(), y, action.level().toLowerCase(Locale.ROOT).replace(' ', '-')));
			links.add(link(STATEMENT_END, middle, ACTION, y));
		}
		List<String> texts = limits(statement);
		int down = (rows - texts.size()) * ROW / 2;
		for (String text : texts) {
			int y = top + down + limits.size() * ROW + ROW / 2;
			limits.add(new Node(text, y, ""));
			links.add(link(ACTION_END, middle, LIMIT, y));
		}
		return new Flow(statement.number(), statement.allows(), statement.sentence(), middle, actions, limits, links,
				inert);
	}

	private static List<String> limits(StatementView statement) {
		List<String> limits = new ArrayList<>();
		statement.resources()
			.stream()
			.map(ResourceExplanation::pattern)
			.map(PermissionGraph::shortened)
			.forEach(limits::add);
		statement.conditions()
			.stream()
			.map(ConditionExplanation::text)
			.map((text) -> "if " + text)
			.map(PermissionGraph::shortened)
			.forEach(limits::add);
		return limits;
	}

	private static String shortened(String text) {
		int most = 58;
		return (text.length() <= most) ? text : text.substring(0, most - 1) + "\u2026";
	}

	private static String link(int fromX, int fromY, int toX, int toY) {
		int half = (fromX + toX) / 2;
		return "M%d %dC%d %d %d %d %d %d".formatted(fromX, fromY, half, fromY, half, toY, toX, toY);
	}

	/**
	 * A statement with all it leads to.
	 *
	 * @param number counted from 1
	 * @param allows whether it allows
	 * @param sentence what it says
	 * @param y its middle
	 * @param actions its actions
	 * @param limits its resources and conditions
	 * @param links the lines of its path, as SVG path data
	 * @param inert whether one of its grants can't match
	 */
	record Flow(int number, boolean allows, String sentence, int y, List<Node> actions, List<Node> limits,
			List<String> links, boolean inert) {

	}

	/**
	 * Something in the third or fourth column.
	 *
	 * @param text its label
	 * @param y its middle
	 * @param level access level of an action, for its colour
	 */
	record Node(String text, int y, String level) {

	}

}
