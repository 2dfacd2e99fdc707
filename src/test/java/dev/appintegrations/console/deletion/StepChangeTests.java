package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.appintegrations.console.deletion.DeletionStep.Answer;
import dev.appintegrations.console.deletion.DeletionStep.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The states of a step, and which follow which.
 */
class StepChangeTests {

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	private static final Instant LATER = NOW.plusSeconds(7);

	private static final UUID ENTRY = UUID.fromString("0d4a7c1e-0000-4000-8000-000000000002");

	private static final Answer YES = new Answer("OK", "", "request-1");

	private static final Answer NO = new Answer("InvalidRequestException", "In use.", "request-2");

	private static StepChange of(StepState state) {
		return StepChange.of(Samples.in(Samples.steps().getFirst(), state, null, null));
	}

	private static StepChange asked() {
		return of(StepState.PENDING).run(NOW).ask(NOW, ENTRY);
	}

	@Test
	void runsAsksAndEnds() {
		DeletionStep done = asked().accept(YES, null).end(StepState.DONE, LATER, null).build();
		assertThat(done.state()).isEqualTo(StepState.DONE);
		assertThat(done.phase()).isEqualTo(Phase.ACCEPTED);
		assertThat(done.attempts()).isOne();
		assertThat(done.startedAt()).isEqualTo(NOW);
		assertThat(done.askedAt()).isEqualTo(NOW);
		assertThat(done.finishedAt()).isEqualTo(LATER);
		assertThat(done.answer()).isEqualTo(YES);
	}

	@Test
	void holdsItsAuditEntryOpenUntilThereIsAnAnswer() {
		assertThat(asked().build().auditEntry()).isEqualTo(ENTRY);
		assertThat(asked().accept(YES, null).build().auditEntry()).isNull();
		assertThat(asked().refuse(NO).build().auditEntry()).isNull();
		assertThat(asked().end(StepState.UNKNOWN, LATER, "Why").build().auditEntry()).isEqualTo(ENTRY);
		assertThat(asked().end(StepState.DONE, LATER, null).build().auditEntry()).isNull();
	}

	@Test
	void isUntouchedAgainAfterANo() {
		DeletionStep refused = asked().refuse(NO).build();
		assertThat(refused.phase()).isEqualTo(Phase.UNTOUCHED);
		assertThat(StepChange.of(refused).ask(LATER, ENTRY).build()).returns(2, DeletionStep::attempts)
			.returns(0, DeletionStep::repeats);
	}

	@Test
	void countsWhatIsAskedAgainWithoutAnAnswer() {
		assertThat(asked().ask(LATER, ENTRY).build()).returns(2, DeletionStep::attempts)
			.returns(1, DeletionStep::repeats)
			.returns(Phase.ASKED, DeletionStep::phase);
	}

	@Test
	void neverAsksForWhatAwsHasAccepted() {
		assertThatIllegalStateException().isThrownBy(() -> asked().accept(YES, null).ask(LATER, ENTRY))
			.withMessage("AWS has accepted the call of step 1");
	}

	@Test
	void waitsFromTheFirstWaitUntilThereIsProgress() {
		DeletionStep waiting = of(StepState.PENDING).run(NOW)
			.await(NOW, LATER, "First")
			.await(LATER, LATER.plusSeconds(1), "Second")
			.build();
		assertThat(waiting).returns(StepState.WAITING, DeletionStep::state)
			.returns(2, DeletionStep::waits)
			.returns(NOW, DeletionStep::waitingSince)
			.returns(LATER.plusSeconds(1), DeletionStep::nextTryAt)
			.returns("Second", DeletionStep::detail);
		assertThat(StepChange.of(waiting).progress().build()).returns(0, DeletionStep::waits)
			.returns(null, DeletionStep::waitingSince);
	}

	static Stream<Consumer<StepChange>> transitions() {
		return Stream.of((step) -> step.run(NOW), (step) -> step.ask(NOW, ENTRY), (step) -> step.accept(YES, null),
				(step) -> step.refuse(NO), (step) -> step.await(NOW, LATER, "Why"),
				(step) -> step.end(StepState.DONE, NOW, null));
	}

	@ParameterizedTest
	@MethodSource("transitions")
	void leavesNoEndAndNamesIt(Consumer<StepChange> transition) {
		for (StepState state : StepState.values()) {
			if (state.ended()) {
				assertThatIllegalStateException().isThrownBy(() -> transition.accept(of(state)))
					.withMessageStartingWith("Step 1 is " + state + " and can't ");
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "PENDING", "RUNNING", "WAITING" })
	void endsInAnEndOnly(StepState state) {
		assertThatIllegalArgumentException().isThrownBy(() -> of(StepState.PENDING).end(state, NOW, null))
			.withMessage(state + " is not an end");
	}

	@ParameterizedTest
	@EnumSource(names = { "FAILED", "UNKNOWN", "CANCELLED", "BLOCKED" })
	void isTakenUpAgainWhereItWasNotDone(StepState state) {
		assertThat(of(state).reopen().build()).returns(StepState.PENDING, DeletionStep::state)
			.returns(null, DeletionStep::finishedAt)
			.returns(null, DeletionStep::detail)
			.returns(null, DeletionStep::waitingSince);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "FAILED", "UNKNOWN", "CANCELLED", "BLOCKED" })
	void isNotTakenUpAgainWhereItIsOpenOrGone(StepState state) {
		assertThatIllegalStateException().isThrownBy(() -> of(state).reopen())
			.withMessage("Step 1 is " + state + " and can't be retried");
	}

	@Test
	void asksAnewForWhatAwsHasGivenUpAndOnlyReadsWhatIsNotKnown() {
		List<DeletionStep.Usage> usages = List.of(new DeletionStep.Usage("eu-west-2", "arn"));
		assertThat(asked().accept(YES, "task").usages(usages).end(StepState.FAILED, LATER, "Why").reopen().build())
			.returns(Phase.UNTOUCHED, DeletionStep::phase)
			.returns(null, DeletionStep::taskId)
			.returns(List.of(), DeletionStep::usages);
		assertThat(asked().accept(YES, "task").end(StepState.UNKNOWN, LATER, "Why").reopen().build())
			.returns(Phase.ACCEPTED, DeletionStep::phase)
			.returns("task", DeletionStep::taskId);
		assertThat(asked().end(StepState.UNKNOWN, LATER, "Why").reopen().build())
			.returns(Phase.ASKED, DeletionStep::phase)
			.returns(1, DeletionStep::repeats);
	}

	static Stream<@Nullable String> reasons() {
		return Stream.of("Why", null);
	}

	@ParameterizedTest
	@MethodSource("reasons")
	void keepsTheReasonOfItsEnd(@Nullable String reason) {
		assertThat(asked().end(StepState.DONE, LATER, reason).build().detail()).isEqualTo(reason);
	}

}
