package dev.appintegrations.console.deletion.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.appintegrations.console.deletion.DeletionStep;
import dev.appintegrations.console.deletion.Samples;
import dev.appintegrations.console.deletion.StepState;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.StepKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StepGraphTests {

	@Test
	void drawsNothingWhereAListIsReadFaster() {
		assertThat(StepGraph.of(steps(new int[5][0]))).isNull();
		assertThat(StepGraph.of(steps(new int[121][0]))).isNull();
	}

	@Test
	void placesEachStepRightOfAllThatItReliesOn() {
		StepGraph graph = StepGraph.of(steps(new int[][] { {}, {}, { 1, 2 }, { 3 }, {}, { 4, 5 } }));
		assertThat(graph).isNotNull();
		assertThat(graph.nodes()).extracting(StepGraph.Node::column).containsExactly(0, 0, 1, 2, 0, 3);
		assertThat(graph.nodes()).extracting((node) -> node.x() + "/" + node.y()).doesNotHaveDuplicates();
		assertThat(graph.nodes())
			.allMatch((node) -> node.x() + 210 <= graph.width() && node.y() + 34 <= graph.height());
	}

	@Test
	void leavesOutLinksThatOthersImply() {
		assertThat(links(new int[][] { {}, { 1 }, { 1, 2 }, {}, {}, {} })).hasSize(2);
		assertThat(links(new int[][] { {}, { 1 }, { 2 }, { 1, 3 }, {}, {} })).hasSize(3);
	}

	private static List<String> links(int[][] after) {
		StepGraph graph = StepGraph.of(steps(after));
		assertThat(graph).isNotNull();
		return graph.links();
	}

	private static List<DeletionStep> steps(int[][] after) {
		return IntStream.range(0, after.length)
			.mapToObj((at) -> Samples.in(
					new PlannedStep(at + 1, StepKind.DELETE_USE_CASE, Samples.LONDON, "key-" + at, "case " + at,
							Map.of(), List.of(), Arrays.stream(after[at]).boxed().toList(), "Why.", null, ""),
					StepState.PENDING, null, null))
			.toList();
	}

}
