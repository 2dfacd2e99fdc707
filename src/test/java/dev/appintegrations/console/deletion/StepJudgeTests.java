package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.deletion.DeletionStep.Answer;
import dev.appintegrations.console.deletion.DeletionStep.Usage;
import dev.appintegrations.console.deletion.Observation.AtWork;
import dev.appintegrations.console.deletion.Observation.GivenUp;
import dev.appintegrations.console.deletion.Observation.Gone;
import dev.appintegrations.console.deletion.Observation.There;
import dev.appintegrations.console.deletion.plan.PlannedStep;
import dev.appintegrations.console.deletion.plan.PlannedStep.Parameter;
import dev.appintegrations.console.deletion.plan.StepKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What follows from what is seen, state by state.
 */
class StepJudgeTests {

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private static final Duration LAG = Duration.ofSeconds(20);

	private static final There AS_CONFIRMED = new There("seen", List.of());

	private static final There CHANGED = new There("other", List.of());

	private static final AwsFailure.Call CALL = new AwsFailure.Call("connect", "ListUseCases", "Code", "request");

	private final StepJudge judge = new StepJudge(new DeletionProperties(PATIENCE, PATIENCE, LAG, Duration.ofHours(1),
			"do-not-delete", Duration.ofDays(365)));

	private static DeletionStep untouched(StepKind kind) {
		PlannedStep planned = new PlannedStep(1, kind, Samples.LONDON, "key", "subject", Map.of(Parameter.ITEM, "item"),
				List.of("child"), List.of(), "Why.", null, "seen");
		return Samples.in(planned, StepState.PENDING, null, null);
	}

	private static StepChange asking(StepKind kind) {
		return StepChange.of(untouched(kind)).ask(NOW, UUID.randomUUID());
	}

	private static DeletionStep asked(StepKind kind) {
		return asking(kind).build();
	}

	private static DeletionStep accepted(StepKind kind) {
		return asking(kind).accept(new Answer("OK", "", "request"), null).build();
	}

	private static DeletionStep waiting(DeletionStep step) {
		return StepChange.of(step).await(NOW, NOW, "Why").build();
	}

	private void ends(DeletionStep step, Observation seen, Instant now, StepState end) {
		assertThat(this.judge.seen(step, seen, now)).isInstanceOfSatisfying(Verdict.End.class,
				(verdict) -> assertThat(verdict.state()).as(verdict.why()).isEqualTo(end));
	}

	private void waits(DeletionStep step, Observation seen, Instant now) {
		assertThat(this.judge.seen(step, seen, now)).isInstanceOf(Verdict.Wait.class);
	}

	private void asks(DeletionStep step, Observation seen, Instant now) {
		assertThat(this.judge.seen(step, seen, now)).isInstanceOf(Verdict.Ask.class);
	}

	@Test
	void asksForWhatIsThereAsConfirmedWithNothingOnIt() {
		asks(untouched(StepKind.DELETE_KNOWLEDGE_BASE), AS_CONFIRMED, NOW);
	}

	@Test
	void blocksWhatIsNotAsConfirmed() {
		ends(untouched(StepKind.DELETE_KNOWLEDGE_BASE), CHANGED, NOW, StepState.BLOCKED);
		ends(untouched(StepKind.DELETE_KNOWLEDGE_BASE), new There("seen", List.of("child", "stranger")), NOW,
				StepState.BLOCKED);
	}

	@Test
	void waitsForWhatOtherStepsRemoveAsLongAsIsAllowed() {
		There held = new There("seen", List.of("child"));
		waits(untouched(StepKind.DELETE_KNOWLEDGE_BASE), held, NOW);
		waits(waiting(untouched(StepKind.DELETE_KNOWLEDGE_BASE)), held, NOW.plus(PATIENCE).minusMillis(1));
		ends(waiting(untouched(StepKind.DELETE_KNOWLEDGE_BASE)), held, NOW.plus(PATIENCE), StepState.FAILED);
	}

	@Test
	void forcesOnlyWhereTheAssociationsAreTheConfirmedOnes() {
		asks(untouched(StepKind.FORCE_DELETE_APPLICATION), new There("seen", List.of("child")), NOW);
		ends(untouched(StepKind.FORCE_DELETE_APPLICATION), AS_CONFIRMED, NOW, StepState.BLOCKED);
		Instant later = NOW.plus(LAG);
		asks(asked(StepKind.FORCE_DELETE_APPLICATION), new There("seen", List.of("child")), later);
		ends(asked(StepKind.FORCE_DELETE_APPLICATION), AS_CONFIRMED, later, StepState.UNKNOWN);
		ends(asked(StepKind.FORCE_DELETE_APPLICATION), new There("seen", List.of("child", "stranger")), later,
				StepState.UNKNOWN);
	}

	@Test
	void asksOnceMoreWithoutAnAnswerAfterTheLag() {
		waits(asked(StepKind.DELETE_DATA_INTEGRATION), AS_CONFIRMED, NOW.plus(LAG).minusMillis(1));
		asks(asked(StepKind.DELETE_DATA_INTEGRATION), AS_CONFIRMED, NOW.plus(LAG));
		DeletionStep twice = asking(StepKind.DELETE_DATA_INTEGRATION).ask(NOW, UUID.randomUUID()).build();
		ends(twice, AS_CONFIRMED, NOW.plus(LAG), StepState.UNKNOWN);
	}

	@Test
	void neverAsksAgainForAnEventIntegrationWithoutAnAnswerNotEvenOnRetry() {
		ends(asked(StepKind.DELETE_EVENT_INTEGRATION), AS_CONFIRMED, NOW.plus(LAG), StepState.UNKNOWN);
		DeletionStep retried = asking(StepKind.DELETE_EVENT_INTEGRATION).end(StepState.UNKNOWN, NOW, "Why")
			.reopen()
			.build();
		ends(retried, AS_CONFIRMED, NOW.plus(LAG), StepState.UNKNOWN);
	}

	@Test
	void doesNotAskAgainForWhatChangedOrIsHeldMeanwhile() {
		ends(asked(StepKind.DELETE_DATA_INTEGRATION), CHANGED, NOW, StepState.UNKNOWN);
		ends(asked(StepKind.DELETE_KNOWLEDGE_BASE), new There("seen", List.of("stranger")), NOW.plus(LAG),
				StepState.UNKNOWN);
		waits(asked(StepKind.DELETE_KNOWLEDGE_BASE), new There("seen", List.of("child")), NOW.plus(LAG));
	}

	@Test
	void waitsUntilWhatAwsHasAcceptedIsGoneAndThenDoesNotKnow() {
		waits(accepted(StepKind.DELETE_DATA_INTEGRATION), AS_CONFIRMED, NOW);
		ends(waiting(accepted(StepKind.DELETE_DATA_INTEGRATION)), AS_CONFIRMED, NOW.plus(PATIENCE), StepState.UNKNOWN);
		waits(accepted(StepKind.DELETE_ROLE), new AtWork("IAM is at work."), NOW);
		ends(waiting(accepted(StepKind.DELETE_ROLE)), new AtWork("IAM is at work."), NOW.plus(PATIENCE),
				StepState.UNKNOWN);
	}

	@Test
	void tellsAnEventIntegrationOfTheSameNameFromTheOneThatAwsHasDeleted() {
		ends(accepted(StepKind.DELETE_EVENT_INTEGRATION), CHANGED, NOW, StepState.DONE);
		ends(accepted(StepKind.DELETE_DATA_INTEGRATION), CHANGED, NOW, StepState.UNKNOWN);
	}

	@Test
	void tellsWhatIsGoneFromWhatWasGone() {
		ends(untouched(StepKind.DELETE_DATA_INTEGRATION), new Gone(null), NOW, StepState.ALREADY_GONE);
		ends(untouched(StepKind.AWAIT_DISSOCIATION), new Gone(null), NOW, StepState.DONE);
		ends(asked(StepKind.DELETE_DATA_INTEGRATION), new Gone(null), NOW, StepState.DONE);
		ends(accepted(StepKind.DELETE_DATA_INTEGRATION), new Gone(null), NOW, StepState.DONE);
		ends(asking(StepKind.DELETE_DATA_INTEGRATION).refuse(new Answer("InternalServiceError", "Sorry.", "request"))
			.build(), new Gone(null), NOW, StepState.DONE);
	}

	@Test
	void failsWithAwssWordsWhereAwsHasGivenUp() {
		List<Usage> usages = List.of(new Usage("eu-west-2", "arn"));
		assertThat(this.judge.seen(accepted(StepKind.DELETE_ROLE), new GivenUp("In use.", usages), NOW))
			.isEqualTo(new Verdict.End(StepState.FAILED, "In use.", usages));
	}

	@ParameterizedTest
	@EnumSource(DeletionStep.Phase.class)
	void callsADeniedReadUnknownOnlyWhereAwsMayHaveDoneSomething(DeletionStep.Phase phase) {
		AwsFailure denied = new AwsFailure.Denied(CALL, "No.", "Ask.", AwsFailure.DeniedBy.UNKNOWN, null, null);
		DeletionStep step = switch (phase) {
			case UNTOUCHED -> untouched(StepKind.DELETE_USE_CASE);
			case ASKED -> asked(StepKind.DELETE_USE_CASE);
			case ACCEPTED -> accepted(StepKind.DELETE_USE_CASE);
		};
		end(this.judge.unread(step, denied, NOW),
				(phase == DeletionStep.Phase.UNTOUCHED) ? StepState.FAILED : StepState.UNKNOWN, "No. Ask.");
	}

	@Test
	void doesNotKnowWhetherWhatItWaitsForIsGoneWhereThatMayNotBeRead() {
		AwsFailure denied = new AwsFailure.Denied(CALL, "No.", "Ask.", AwsFailure.DeniedBy.UNKNOWN, null, null);
		end(this.judge.unread(untouched(StepKind.AWAIT_DISSOCIATION), denied, NOW), StepState.UNKNOWN,
				"Whether it is gone could not be read: No. Ask.");
	}

	@Test
	void waitsForReadsThatFailAsLongAsIsAllowed() {
		AwsFailure failure = new AwsFailure.TimedOut(CALL, "No answer", "Wait.");
		assertThat(this.judge.unread(untouched(StepKind.DELETE_USE_CASE), failure, NOW))
			.isEqualTo(new Verdict.Wait("AWS could not be read: No answer."));
		end(this.judge.unread(waiting(untouched(StepKind.DELETE_USE_CASE)), failure, NOW.plus(PATIENCE)),
				StepState.FAILED, "It could not be read before it was touched for 15 minutes: No answer. Wait.");
		end(this.judge.unread(waiting(asked(StepKind.DELETE_USE_CASE)), failure, NOW.plus(PATIENCE)), StepState.UNKNOWN,
				"No answer");
	}

	@Test
	void triesAgainWhatAwsRefusesExceptWhatItDenies() {
		AwsFailure other = new AwsFailure.Other(CALL, "In use.", "Wait.");
		assertThat(this.judge.refused(asked(StepKind.DELETE_USE_CASE), other, NOW))
			.isEqualTo(new Verdict.Wait("AWS says: In use."));
		end(this.judge.refused(waiting(asked(StepKind.DELETE_USE_CASE)), other, NOW.plus(PATIENCE)), StepState.FAILED,
				"In use.");
		end(this.judge.refused(asked(StepKind.DELETE_USE_CASE),
				new AwsFailure.Denied(CALL, "No.", "Ask.", AwsFailure.DeniedBy.UNKNOWN, null, null), NOW),
				StepState.FAILED, "No. Ask.");
	}

	private static void end(Verdict verdict, StepState state, @Nullable String words) {
		assertThat(verdict).isInstanceOfSatisfying(Verdict.End.class, (end) -> {
			assertThat(end.state()).isEqualTo(state);
			assertThat(end.why()).contains(words);
		});
	}

}
