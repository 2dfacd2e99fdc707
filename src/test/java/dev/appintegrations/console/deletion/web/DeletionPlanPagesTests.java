package dev.appintegrations.console.deletion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.TestAccounts;
import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.deletion.Confirmation;
import dev.appintegrations.console.deletion.DeletionState;
import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.deletion.RefusedException.Reason;
import dev.appintegrations.console.deletion.Samples;
import dev.appintegrations.console.deletion.StepState;
import dev.appintegrations.console.deletion.StoredPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Blocked;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Choice;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Kept;
import dev.appintegrations.console.deletion.plan.DeletionPlan.Unproven;
import dev.appintegrations.console.deletion.plan.PlanRequest;
import dev.appintegrations.console.deletion.plan.Target;
import dev.appintegrations.console.deletion.plan.TargetKind;
import dev.appintegrations.console.inventory.Integration;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.ItemPage;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.Scans;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

@PageTest
@MockitoBean(types = Deletions.class)
class DeletionPlanPagesTests {

	private static final String PLANS = "/accounts/demo/deletion-plans";

	private static final String ONE = PLANS + "/" + Samples.ID;

	private static final String CONFIRM = ONE + "/confirmation";

	private static final String ORDERS = Samples.ORDERS.replace(Samples.ACCOUNT_ID, TestAccounts.DEMO);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Deletions deletions;

	@Autowired
	private Inventory inventory;

	@BeforeEach
	void withoutAScan() {
		given(this.inventory.latest(any())).willReturn(Optional.empty());
	}

	@Test
	void plansWhatIsAskedForAndShowsThePlan() {
		given(this.deletions.plan(any(), any(), any())).willReturn(Samples.stored(Samples.plan()));
		assertThat(post(PLANS, SignedIn.operator(), Map.of("targets", ORDERS, "back", "/accounts/demo/role")))
			.hasStatus3xxRedirection()
			.hasRedirectedUrl(ONE + "?back=%2Faccounts%2Fdemo%2Frole");
		verify(this.deletions).plan(any(), eq("operator"),
				eq(PlanRequest.of(List.of(Target.parse(ORDERS, TestAccounts.DEMO)))));
	}

	@Test
	void takesHoldersThatWereChosenEverythingAndForce() {
		given(this.deletions.plan(any(), any(), any())).willReturn(Samples.stored(Samples.plan()));
		String association = ORDERS.replace("integration/", "integration-association/") + "/id-1";
		post(PLANS, SignedIn.operator(), Map.of("targets", association, "force", "true", "holder[" + association + "]",
				"arn:aws:connect:x/y z"));
		post(PLANS, SignedIn.operator(), Map.of("everything", "true"));
		ArgumentCaptor<PlanRequest> requests = ArgumentCaptor.captor();
		verify(this.deletions, org.mockito.Mockito.times(2)).plan(any(), any(), requests.capture());
		assertThat(requests.getAllValues().getFirst().holders())
			.containsExactly(Map.entry(association, "arn:aws:connect:x/y z"));
		assertThat(requests.getAllValues().getFirst().force()).isTrue();
		assertThat(requests.getAllValues().getLast()).isEqualTo(PlanRequest.ofEverything());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					targets |                                                                     | Nothing was selected.
					targets | orders                                                              | can't be deleted here
					targets | arn:aws:s3:::bucket                                                 | belongs to account
					targets | arn:aws:app-integrations:eu-west-2:999999999999:event-integration/x | It belongs to account 999999999999
					other   | x                                                                   | Nothing was selected.
					""")
	void refusesToPlanWhatIsNoTarget(String name, String value, String words) {
		MvcTestResult answer = post(PLANS, SignedIn.operator(), Map.of(name, (value != null) ? value : ""));
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(SignedIn.text(answer)).contains(words.replace("'", "&#39;"));
		verify(this.deletions, never()).plan(any(), any(), any());
	}

	@Test
	void plansNothingForViewersWithoutTheTokenOrByGet() {
		assertThat(post(PLANS, SignedIn.viewer(), Map.of("targets", ORDERS))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri(PLANS).param("targets", ORDERS).with(SignedIn.operator()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(PLANS).with(SignedIn.operator())).hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
		verify(this.deletions, never()).plan(any(), any(), any());
	}

	@Test
	void showsWhatGoesInWhichOrderAndWhatMustBeTyped() {
		show(Samples.plan());
		assertThat(ok(ONE, SignedIn.operator())).containsSubsequence("Delete: orders", "What will be gone", "orders",
				"event integration", "eu-west-2", "How, in this order", "Delete use case", "connect:DeleteUseCase",
				"It is what was asked for.", "How it is defined now", "create-event-integration", "A warning to read.",
				"This deletes the event integration.", "Account demo", Samples.ACCOUNT_ID, "eu-west-2",
				"To confirm, type", "orders", "Cancel", "Delete");
	}

	@Test
	void letsViewersLookAndNotConfirm() {
		show(Samples.plan());
		assertThat(ok(ONE, SignedIn.viewer())).contains("What will be gone", "not confirm them")
			.doesNotContain("data-confirmation", "plan-typed");
	}

	@Test
	void saysThatTheSameNameElsewhereStays() {
		show(Samples.plan());
		var scan = Scans.finished().scan();
		given(this.inventory.latest(Scans.ALIAS)).willReturn(Optional.of(scan));
		given(this.inventory.items(eq(scan.id()), any())).willReturn(new ItemPage(
				List.of(event("eu-west-2", "orders", Samples.ORDERS),
						event("us-east-1", "orders", Samples.ORDERS.replace("eu-west-2", "us-east-1")),
						event("us-west-2", "orders-2", Samples.ORDERS.replace("eu-west-2", "us-west-2") + "-2")),
				3, 3));
		assertThat(ok(ONE, SignedIn.operator())).contains("The same name in us-east-1 (event integration) stays.")
			.doesNotContain("The same name in eu-west-2", "The same name in us-west-2");
	}

	@Test
	void makesOddCharactersVisibleAndKeepsThemToCopy() {
		show(Samples.plan(Samples.steps(),
				new DeletionPlan.Confirmation("This deletes it.", "Delete", " a\u200bb ", false)));
		assertThat(ok(ONE, SignedIn.operator())).contains("data-shown=\"·\"", "data-shown=\"[zero width space]\"",
				"data-expected=\" a\u200bb \"");
	}

	@Test
	void showsWhatStaysWhatIsBlockedAndTheHoldersToChooseFrom() {
		DeletionPlan plan = Samples.plan(List.of(), null);
		String association = "arn:aws:app-integrations:eu-west-2:111122223333:event-integration-association/orders/1";
		show(new DeletionPlan(plan.account(), plan.accountId(), plan.request(), List.of(), List.of(),
				List.of(new Kept(TargetKind.EVENT_INTEGRATION, Samples.LONDON, "arn:1", "kept-one",
						"It is tagged do-not-delete.")),
				List.of(new Blocked(TargetKind.EVENT_INTEGRATION_ASSOCIATION, Samples.LONDON, association, "orders",
						"Several holders name it.",
						List.of(new Choice(association, "key-1", "Amazon Connect instance one"),
								new Choice(association, "key-2", "Amazon Connect instance two")))),
				List.of(), List.of(), null, List.of()));
		assertThat(ok(ONE, SignedIn.operator()))
			.contains("Which holder is meant", "What stays on purpose", "kept-one", "It is tagged do-not-delete.",
					"What needs a choice", "Several holders name it.", "name=\"holder[" + association + "]\"",
					"value=\"key-2\"", "Amazon Connect instance two", "Plan with this holder")
			.doesNotContain("data-confirmation", "there is nothing to confirm");
		assertThat(ok(ONE, SignedIn.viewer())).contains("Several holders name it.")
			.doesNotContain("Plan with this holder");
	}

	@Test
	void saysThatThereIsNothingToConfirm() {
		DeletionPlan plan = Samples.plan(List.of(), null);
		show(new DeletionPlan(plan.account(), plan.accountId(), plan.request(), List.of(), List.of(), List.of(),
				List.of(new Blocked(TargetKind.EVENT_INTEGRATION, Samples.LONDON, Samples.ORDERS, "orders",
						"It is not there any more.", List.of())),
				List.of(), List.of(), null, List.of()));
		assertThat(ok(ONE, SignedIn.operator()))
			.contains("Nothing to delete", "What can&#39;t be deleted", "It is not there any more.",
					"there is nothing to confirm")
			.doesNotContain("data-confirmation");
	}

	@Test
	void asksForATickForEachRegionThatCouldNotBeReadAndForTheAccountIdWhereItIsProtected() {
		show(unproven());
		assertThat(ok(ONE, SignedIn.operator())).contains("value=\"ap-southeast-1\"", "denied by the organisation",
				"This account is protected. Type its account id");
	}

	@Test
	void confirmsAndGoesToTheDeletion() {
		StoredPlan stored = show(Samples.plan());
		given(this.deletions.confirm(any(), any(), any(), any()))
			.willReturn(Samples.deletion(DeletionState.PENDING, StepState.PENDING));
		assertThat(post(CONFIRM, SignedIn.operator(),
				Map.of("fingerprint", stored.fingerprint(), "typed", " orders ", "acceptUnproven", "ap-southeast-1",
						"typedAccount", "111122223333")))
			.hasStatus(HttpStatus.SEE_OTHER)
			.hasHeader("Location", "/accounts/demo/deletions/" + Samples.ID);
		verify(this.deletions).confirm(any(), eq("operator"), eq(Samples.ID), eq(new Confirmation(stored.fingerprint(),
				" orders ", "111122223333", Set.of(new Region("ap-southeast-1")))));
	}

	@Test
	void confirmsNothingForViewersWithoutTheTokenOrByGet() {
		show(Samples.plan());
		assertThat(post(CONFIRM, SignedIn.viewer(), Map.of("typed", "orders"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri(CONFIRM).param("typed", "orders").with(SignedIn.operator()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(CONFIRM + "?typed=orders").with(SignedIn.operator()))
			.hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
		verify(this.deletions, never()).confirm(any(), any(), any(), any());
	}

	@Test
	void saysHowTheTextDiffersAndLosesNothingThatWasTyped() {
		show(unproven());
		MvcTestResult answer = refused(Reason.PHRASE_DIFFERS, "Case differs at character 1.", null);
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(SignedIn.text(answer)).contains("Case differs at character 1.", "value=\"Orders \"",
				"value=\"1111\"", "value=\"ap-southeast-1\" checked", "aria-invalid=\"true\"",
				"/accounts/demo/regions");
	}

	@ParameterizedTest
	@CsvSource({ "ACCOUNT_ID_DIFFERS,422", "UNPROVEN_NOT_ACCEPTED,422", "NOTHING_TO_DO,422", "DELETION_OFF,403",
			"FINGERPRINT_DIFFERS,409", "PLAN_EXPIRED,410", "PLAN_USED,409", "ALREADY_RUNNING,409" })
	void saysWhyItRefuses(Reason reason, int status) {
		show(unproven());
		MvcTestResult answer = refused(reason, "Words of " + reason + ".", null);
		assertThat(answer).hasStatus(status);
		assertThat(SignedIn.text(answer)).contains("Nothing was done.", "Words of " + reason + ".");
	}

	@ParameterizedTest
	@CsvSource({ AccountIdentity.MISMATCH + ",409", "ServiceFailure,502" })
	void saysWhyAwsCouldNotBeAskedAndKeepsWhatWasTyped(String code, int status) {
		show(Samples.plan());
		given(this.deletions.confirm(any(), any(), any(), any())).willThrow(
				new AwsFailedException(new AwsFailure.Other(new AwsFailure.Call("sts", "GetCallerIdentity", code, null),
						"The words of AWS", "Mend it."), new IllegalStateException()));
		MvcTestResult answer = post(CONFIRM, SignedIn.operator(), Map.of("typed", "orders"));
		assertThat(answer).hasStatus(status);
		assertThat(SignedIn.text(answer)).contains("The words of AWS", "Mend it.", "value=\"orders\"");
	}

	@Test
	void leadsFromAPlanThatWasConfirmedToItsDeletion() {
		show(Samples.plan());
		UUID deletion = UUID.randomUUID();
		MvcTestResult answer = refused(Reason.PLAN_USED, "This plan was confirmed before.", deletion);
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(SignedIn.text(answer)).contains("/accounts/demo/deletions/" + deletion);
		given(this.deletions.ofPlan(Samples.ID)).willReturn(Optional.of(deletion));
		assertThat(ok(ONE, SignedIn.operator()))
			.contains("a confirmation works once", "/accounts/demo/deletions/" + deletion)
			.doesNotContain("data-confirmation");
	}

	@Test
	void leadsToTheRunningDeletionThatTouchesTheSame() {
		show(Samples.plan());
		UUID running = UUID.randomUUID();
		given(this.deletions.running(any(StoredPlan.class))).willReturn(Optional.of(running));
		assertThat(SignedIn.text(refused(Reason.ALREADY_RUNNING, "Another deletion.", null)))
			.contains("/accounts/demo/deletions/" + running);
	}

	@Test
	void showsWhatHasChangedAndTheNewPlan() {
		UUID now = UUID.randomUUID();
		show(Samples.plan());
		assertThat(refused(Reason.WORLD_CHANGED, "Changed.", now)).hasStatus(HttpStatus.SEE_OTHER)
			.hasHeader("Location", PLANS + "/" + now + "?instead=" + Samples.ID + "&back=%2Faccounts%2Fdemo%2Fregions");
		DeletionPlan after = Samples.plan(Samples.steps().subList(1, 4), Samples.plan().confirmation());
		given(this.deletions.findPlan(Samples.ALIAS, now)).willReturn(Optional.of(Samples.stored(after)));
		assertThat(ok(PLANS + "/" + now + "?instead=" + Samples.ID, SignedIn.operator())).contains("What has changed",
				"No longer there: Delete use case RULES_EVALUATION of my-centre in eu-west-2.");
		assertThat(ok(PLANS + "/" + now + "?instead=nonsense", SignedIn.operator())).contains("What has changed",
				"can't be compared");
	}

	@Test
	void offersToMakeAnExpiredPlanAnew() {
		StoredPlan plan = Samples.stored(Samples.plan());
		Instant past = Instant.now().minus(Duration.ofMinutes(1));
		given(this.deletions.findPlan(any(), any())).willReturn(
				Optional.of(new StoredPlan(plan.id(), plan.plan(), plan.fingerprint(), "operator", past, past, null)));
		assertThat(ok(ONE, SignedIn.operator()))
			.contains("This plan has expired", "Make the plan anew",
					"name=\"targets\" value=\"" + Samples.ORDERS + "\"")
			.doesNotContain("data-confirmation");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nonsense", "/00000000-0000-0000-0000-000000000000" })
	void hasNoPageForPlansThatAreNotThere(String path) {
		given(this.deletions.findPlan(any(), any())).willReturn(Optional.empty());
		given(this.deletions.confirm(any(), any(), any(), any()))
			.willThrow(Samples.refused(Reason.NO_SUCH_PLAN, "No such plan.", null));
		assertThat(this.mvc.get().uri(PLANS + path).with(SignedIn.viewer())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(PLANS + path + "/confirmation", SignedIn.operator(), Map.of())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/", "//example.com", "javascript:alert(1)" })
	void neverCancelsToAnotherSite(String back) {
		show(Samples.plan());
		assertThat(SignedIn.text(this.mvc.get().uri(ONE).param("back", back).with(SignedIn.operator()).exchange()))
			.doesNotContain("example.com", "javascript:");
	}

	private StoredPlan show(DeletionPlan plan) {
		StoredPlan stored = Samples.stored(plan);
		given(this.deletions.findPlan(Samples.ALIAS, Samples.ID)).willReturn(Optional.of(stored));
		return stored;
	}

	private static DeletionPlan unproven() {
		DeletionPlan plan = Samples.plan();
		return new DeletionPlan(plan.account(), plan.accountId(), plan.request(), plan.steps(), plan.going(),
				plan.kept(), plan.blocked(),
				List.of(new Unproven(new Region("ap-southeast-1"), "denied by the organisation")), plan.warnings(),
				new DeletionPlan.Confirmation("This deletes it.", "Delete", "orders", true), plan.definitions());
	}

	private static Integration event(String region, String name, String arn) {
		return new Integration(new Region(region), Kind.EVENT_INTEGRATION, Arn.parse(arn), name, null, null, null, null,
				null, null, null, List.of());
	}

	private MvcTestResult refused(Reason reason, String words, UUID other) {
		given(this.deletions.confirm(any(), any(), any(), any())).willThrow(Samples.refused(reason, words, other));
		return post(CONFIRM, SignedIn.operator(), Map.of("fingerprint", "f", "typed", "Orders ", "typedAccount", "1111",
				"acceptUnproven", "ap-southeast-1", "back", "/accounts/demo/regions"));
	}

	private MvcTestResult post(String path, RequestPostProcessor user, Map<String, String> parameters) {
		MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
		parameters.forEach(all::add);
		return this.mvc.post()
			.uri(path)
			.params(all)
			.with(user)
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	private String ok(String path, RequestPostProcessor user) {
		MvcTestResult answer = this.mvc.get().uri(path).with(user).exchange();
		assertThat(answer).hasStatusOk();
		return SignedIn.text(answer);
	}

}
