package dev.appintegrations.console.deletion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeletionStateTests {

	@ParameterizedTest
	@CsvSource({ "DELETED, DONE", "ALREADY_GONE, ALREADY_GONE", "DELETED, DONE ALREADY_GONE",
			"CANCELLED, DONE CANCELLED", "CANCELLED, CANCELLED", "BLOCKED, BLOCKED CANCELLED",
			"FAILED, FAILED BLOCKED CANCELLED DONE", "UNKNOWN, UNKNOWN FAILED BLOCKED CANCELLED DONE ALREADY_GONE" })
	void isAsBadAsItsWorstStep(DeletionState state, String steps) {
		List<StepState> states = new ArrayList<>(Arrays.stream(steps.split(" ")).map(StepState::valueOf).toList());
		assertThat(DeletionState.of(states)).isEqualTo(state);
		Collections.reverse(states);
		assertThat(DeletionState.of(states)).isEqualTo(state);
	}

	@Test
	void isNeverCalledGoneWhereAnyStepIsNot() {
		for (StepState one : StepState.values()) {
			for (StepState other : StepState.values()) {
				if (one.ended() && other.ended()) {
					DeletionState state = DeletionState.of(List.of(one, other));
					assertThat(state.ended()).isTrue();
					assertThat(state == DeletionState.DELETED || state == DeletionState.ALREADY_GONE)
						.isEqualTo(one.gone() && other.gone());
				}
			}
		}
	}

}
