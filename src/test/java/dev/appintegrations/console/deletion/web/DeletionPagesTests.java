package dev.appintegrations.console.deletion.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.deletion.Deletion;
import dev.appintegrations.console.deletion.DeletionEvent;
import dev.appintegrations.console.deletion.DeletionState;
import dev.appintegrations.console.deletion.DeletionSummary;
import dev.appintegrations.console.deletion.DeletionStep;
import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.deletion.RefusedException.Reason;
import dev.appintegrations.console.deletion.Samples;
import dev.appintegrations.console.deletion.StepState;
import dev.appintegrations.console.deletion.plan.StepKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

@PageTest
@MockitoBean(types = Deletions.class)
class DeletionPagesTests {

	private static final String LIST = "/accounts/demo/deletions";

	private static final String ONE = LIST + "/" + Samples.ID;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Deletions deletions;

	@Test
	void listsDeletionsNewestFirstInPages() {
		given(this.deletions.summaries(Samples.ALIAS, 1, 2))
			.willReturn(List.of(summary(DeletionState.DELETED, 4), summary(DeletionState.RUNNING, 3)));
		given(this.deletions.historySize(Samples.ALIAS)).willReturn(5);
		assertThat(ok(LIST + "?page=1&size=2", SignedIn.viewer())).contains("Page 2 of 3",
				"deletions?size=2&amp;page=0", "event integration orders in eu-west-2", "deleted", "running", "3 of 4",
				"operator");
	}

	@Test
	void saysWhereDeletionsBeginBeforeTheFirst() {
		given(this.deletions.summaries(any(), anyInt(), anyInt())).willReturn(List.of());
		assertThat(ok(LIST, SignedIn.viewer())).contains("Nothing was deleted through this console yet.",
				"/accounts/demo/integrations", "/accounts/demo/role");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					PENDING      | PENDING      | Confirmed. The first step begins within seconds.
					RUNNING      | RUNNING      | Step 1 is running: Delete use case RULES_EVALUATION of my-centre.
					WAITING      | WAITING      | Waiting at step 1: What happened at step 1.
					DELETED      | DONE         | Deleted: a fresh read shows nothing of it any more.
					ALREADY_GONE | ALREADY_GONE | It was already gone. Nothing had to be deleted.
					FAILED       | FAILED       | Not all is deleted: step 1 is failed. What happened at step 1. Nothing was deleted.
					CANCELLED    | CANCELLED    | Cancelled. Nothing was deleted.
					BLOCKED      | BLOCKED      | Stopped, because the world is not as it was confirmed: step 1 is blocked.
					UNKNOWN      | UNKNOWN      | Not known: step 1 is unknown. What happened at step 1. Nothing was deleted.
					""")
	void saysWhereItStands(DeletionState state, StepState step, String verdict) {
		show(Samples.deletion(state, step));
		assertThat(ok(ONE, SignedIn.viewer())).contains(verdict, state.words(), step.words(), "Delete use case",
				"RULES_EVALUATION of my-centre");
	}

	@Test
	void saysHowManyStepsWereDoneAndWhatIsLeft() {
		show(Samples.deletion(DeletionState.FAILED, StepState.DONE, StepState.DONE, StepState.FAILED,
				StepState.CANCELLED));
		assertThat(ok(ONE, SignedIn.operator())).contains("2 of 4 steps were done.", "4 of 4 steps ended",
				"Plan what is left", "name=\"targets\" value=\"" + Samples.ORDERS + "\"");
	}

	@Test
	void showsWhatAwsSaidAndWhenItTriesAgain() {
		DeletionStep waiting = Samples.in(Samples.steps().get(3), StepState.WAITING,
				"AWS says that it is still in use.",
				new DeletionStep.Answer("InvalidRequestException", "has <b>associations</b>", "request-4711"));
		show(Samples.deletion(DeletionState.WAITING, waiting));
		assertThat(ok(ONE, SignedIn.viewer())).contains("AWS says that it is still in use.",
				"Attempt 2, next try in 12 s.", "InvalidRequestException", "has &lt;b&gt;associations&lt;/b&gt;",
				"Request id request-4711", "data-copy=\"request-4711\"", "It is safe to close this page",
				"/deletions/" + Samples.ID + "/events", "<meta http-equiv=\"refresh\" content=\"5\">");
	}

	@Test
	void asksForNothingMoreOnceItHasEnded() {
		show(Samples.deletion(DeletionState.DELETED, StepState.DONE));
		assertThat(ok(ONE, SignedIn.operator())).doesNotContain("data-live", "http-equiv=\"refresh\"", "safe to close",
				"/cancel", "/retry", "Plan what is left");
	}

	@Test
	void linksWhatIamSaysStillUsesTheRoleAndKeepsOddEntriesAsText() {
		String association = Samples.ORDERS.replace("event-integration/", "event-integration-association/") + "/id";
		DeletionStep failed = Samples.in(Samples.step(1, StepKind.DELETE_ROLE, "the role"), StepState.FAILED,
				"IAM says that it is in use.", null);
		show(Samples.deletion(DeletionState.FAILED,
				Samples.with(failed, new DeletionStep.Usage("eu-west-2", Samples.ORDERS),
						new DeletionStep.Usage("eu-west-2", association),
						new DeletionStep.Usage("mars-north-1", "7f1c<script>"))));
		assertThat(ok(ONE, SignedIn.viewer()))
			.contains("href=\"/accounts/demo/integrations/eu-west-2/ZXZlbnQtaW50ZWdyYXRpb24vb3JkZXJz\"",
					"href=\"/accounts/demo/integrations?region=eu-west-2\"", association, "mars-north-1",
					"7f1c&lt;script&gt;")
			.doesNotContain("region=mars-north-1");
	}

	@Test
	void drawsMoreThanFiveStepsAndListsThem() {
		show(Samples.deletion(DeletionState.RUNNING,
				IntStream.rangeClosed(1, 6)
					.mapToObj((number) -> Samples.in(Samples.step(number, StepKind.DELETE_USE_CASE, "case " + number),
							(number == 1) ? StepState.DONE : StepState.PENDING, null, null))
					.toArray(DeletionStep[]::new)));
		assertThat(ok(ONE, SignedIn.viewer())).contains("<svg", "href=\"#step-6\"", "✓ 1 DeleteUseCase",
				"– 6 DeleteUseCase", "id=\"step-6\"");
	}

	@ParameterizedTest
	@CsvSource({ "PAUSED,RUNNING,Go on now", "FAILED,FAILED,Try again", "UNKNOWN,UNKNOWN,Look again" })
	void offersToTryAgainWhereSomethingCanBe(DeletionState state, StepState step, String button) {
		show(Samples.deletion(state, step));
		given(this.deletions.mayRetry(any())).willReturn(true);
		assertThat(ok(ONE, SignedIn.operator())).contains(ONE + "/retry", button);
		assertThat(ok(ONE, SignedIn.viewer())).doesNotContain("/retry", "/cancel", "Plan what is left");
		given(this.deletions.mayRetry(any())).willReturn(false);
		assertThat(ok(ONE, SignedIn.operator())).doesNotContain("/retry");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cancel", "retry" })
	void cancelsAndTriesAgainForOperatorsOnly(String act) {
		show(Samples.deletion(DeletionState.WAITING, StepState.WAITING));
		assertThat(post(act, SignedIn.operator(), SecurityMockMvcRequestPostProcessors.csrf()))
			.hasStatus3xxRedirection()
			.hasRedirectedUrl(ONE);
		assertThat(post(act, SignedIn.viewer(), SecurityMockMvcRequestPostProcessors.csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(act, SignedIn.operator(), (request) -> request)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(ONE + "/" + act).with(SignedIn.operator()))
			.hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
		if ("cancel".equals(act)) {
			verify(this.deletions).cancel(any(), eq("operator"), eq(Samples.ID));
		}
		else {
			verify(this.deletions).retry(any(), eq("operator"), eq(Samples.ID));
		}
	}

	@Test
	void saysWhyItCanNotBeCancelled() {
		show(Samples.deletion(DeletionState.WAITING, StepState.WAITING));
		willThrow(Samples.refused(Reason.NOT_POSSIBLE, "This deletion has ended.", null)).given(this.deletions)
			.cancel(any(), any(), any());
		MvcTestResult answer = post("cancel", SignedIn.operator(), SecurityMockMvcRequestPostProcessors.csrf());
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(SignedIn.text(answer)).contains("This deletion has ended.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nonsense", "/00000000-0000-0000-0000-000000000000", "/nonsense/events" })
	void hasNoPageForDeletionsThatAreNotThere(String path) {
		given(this.deletions.find(any(), any())).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri(LIST + path).with(SignedIn.viewer())).hasStatus(HttpStatus.NOT_FOUND);
		verify(this.deletions, never()).watch(any(), anyInt(), any());
	}

	@Test
	void sendsThePanelAnewWithEachChangeAndEndsWhenItEnds() {
		show(Samples.deletion(DeletionState.WAITING, StepState.WAITING));
		given(this.deletions.watch(any(), anyInt(), any())).willAnswer((call) -> {
			Consumer<DeletionEvent> listener = call.getArgument(2);
			listener
				.accept(new DeletionEvent(8, List.of(), Samples.deletion(DeletionState.WAITING, StepState.WAITING)));
			listener.accept(new DeletionEvent(9, List.of(), Samples.deletion(DeletionState.DELETED, StepState.DONE)));
			return (AutoCloseable) () -> {
			};
		});
		MvcTestResult answer = this.mvc.get().uri(ONE + "/events").with(SignedIn.operator()).exchange();
		assertThat(answer).hasStatusOk();
		assertThat(SignedIn.text(answer)).containsSubsequence("Waiting at step 1: What happened at step 1.",
				ONE + "/cancel", "name=\"_csrf\"", "id:8", "event:finished", "id:9");
	}

	private void show(Deletion deletion) {
		given(this.deletions.find(Samples.ALIAS, Samples.ID)).willReturn(Optional.of(deletion));
	}

	private MvcTestResult post(String act, RequestPostProcessor user, RequestPostProcessor csrf) {
		return this.mvc.post().uri(ONE + "/" + act).with(user).with(csrf).exchange();
	}

	private static DeletionSummary summary(DeletionState state, int ended) {
		Instant now = Instant.now();
		return new DeletionSummary(Samples.ID, Samples.ALIAS, "event integration orders in eu-west-2", state,
				"operator", now.minusSeconds(80), state.ended() ? now : null, 4, ended);
	}

	private String ok(String path, RequestPostProcessor user) {
		MvcTestResult answer = this.mvc.get().uri(path).with(user).exchange();
		assertThat(answer).hasStatusOk();
		return SignedIn.text(answer);
	}

}
