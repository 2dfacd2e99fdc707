package dev.appintegrations.console.deletion.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.appintegrations.console.deletion.DeletionStep;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * Steps as a picture: each stands right of those that it relies on.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param nodes one for each step
 * @param links lines between steps, as SVG path data
 */
record StepGraph(int width, int height, List<Node> nodes, List<String> links) {

	/** Fewer are read faster than looked at. */
	private static final int FEW = 5;

	/** More can't be told apart. */
	private static final int MANY = 120;

	private static final int COLUMN = 246;

	private static final int BOX = 210;

	private static final int ROW = 46;

	private static final int BOX_HEIGHT = 34;

	private static final int MARGIN = 6;

	static @Nullable StepGraph of(List<DeletionStep> steps) {
		if (steps.size() <= FEW || steps.size() > MANY) {
			return null;
		}
		Map<Integer, Node> placed = new HashMap<>();
		Map<Integer, Integer> rows = new HashMap<>();
		Map<Integer, Set<Integer>> reached = new HashMap<>();
		List<Node> nodes = new ArrayList<>();
		List<String> links = new ArrayList<>();
		for (DeletionStep step : steps) {
			int column = step.planned()
				.after()
				.stream()
				.map(placed::get)
				.filter(Objects::nonNull)
				.mapToInt((node) -> node.column() + 1)
				.max()
				.orElse(0);
			int row = rows.merge(column, 1, Integer::sum) - 1;
			Node node = node(step, column, row);
			direct(step.planned(), reached).stream()
				.map(placed::get)
				.filter(Objects::nonNull)
				.forEach((before) -> links.add(link(before, node)));
			Set<Integer> before = new HashSet<>(step.planned().after());
			step.planned().after().forEach((number) -> before.addAll(reached.getOrDefault(number, Set.of())));
			reached.put(node.number(), before);
			placed.put(node.number(), node);
			nodes.add(node);
		}
		int columns = rows.size();
		int most = rows.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		return new StepGraph((columns - 1) * COLUMN + BOX + 2 * MARGIN, most * ROW + 2 * MARGIN, nodes, links);
	}

	private static Node node(DeletionStep step, int column, int row) {
		PlannedStep planned = step.planned();
		String call = planned.kind().operation().isEmpty() ? "wait" : planned.kind().operation();
		return new Node(planned.number(), column, MARGIN + column * COLUMN, MARGIN + row * ROW,
				planned.number() + " " + call,
				planned.kind().words() + " " + planned.subject() + ": " + step.state().words(), Tones.of(step.state()));
	}

	/** A step that another one before it relies on already is not drawn again. */
	private static List<Integer> direct(PlannedStep step, Map<Integer, Set<Integer>> reached) {
		return step.after()
			.stream()
			.filter((number) -> step.after()
				.stream()
				.noneMatch((other) -> reached.getOrDefault(other, Set.of()).contains(number)))
			.toList();
	}

	private static String link(Node from, Node to) {
		int fromX = from.x() + BOX;
		int fromY = from.y() + BOX_HEIGHT / 2;
		int toY = to.y() + BOX_HEIGHT / 2;
		int half = (fromX + to.x()) / 2;
		return "M%d %dC%d %d %d %d %d %d".formatted(fromX, fromY, half, fromY, half, toY, to.x(), toY);
	}

	/**
	 * A step.
	 *
	 * @param number its number
	 * @param column how many steps come before it at least
	 * @param x left edge
	 * @param y upper edge
	 * @param text what is written in it
	 * @param title what it does and where it stands
	 * @param tone of its state
	 */
	record Node(int number, int column, int x, int y, String text, String title, String tone) {

	}

}
