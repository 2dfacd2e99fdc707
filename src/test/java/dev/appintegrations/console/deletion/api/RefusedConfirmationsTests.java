package dev.appintegrations.console.deletion.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must never delete anything: each attempt is refused with words that a person can
 * act on, calls nothing of AWS that changes something, and is in the audit trail.
 */
class RefusedConfirmationsTests extends DeletionApiContract {

	private final AppIntegrationsClient london = EmulatorServer.client(AWS, "eu-west-2");

	@Autowired
	private JdbcClient jdbc;

	static Stream<Arguments> refusals() {
		return Stream.of(
				// What was typed
				typed("wrong case", (phrase) -> "Unused", "Case differs at character 1"),
				typed("a space before", (phrase) -> " " + phrase, "space before or after"),
				typed("a space after", (phrase) -> phrase + " ", "space before or after"),
				typed("a look-alike of Cyrillic", (phrase) -> phrase.replace('e', '\u0435'),
						"“\u0435” (U+0435 cyrillic small letter ie) where “e” (U+0065"),
				typed("full-width letters", (phrase) -> phrase.replace('u', '\uff55'), "U+FF55"),
				typed("an invisible character", (phrase) -> phrase + "\u200b", "goes on after its end"),
				typed("half of it", (phrase) -> phrase.substring(0, 3), "ends too early, after character 3"),
				typed("nothing", (phrase) -> "", "Nothing was typed"),
				typed("another item's name", (phrase) -> "segment-tracks", "Character 1 is “s”"),
				row("no account id, in a protected account", (desk) -> desk.confirm(desk.answer().typedAccount("")),
						422, "confirmation-differs", "its account id must be typed too"),
				row("another account's id", (desk) -> desk.confirm(desk.answer().typedAccount("111122223333")), 422,
						"confirmation-differs", "its account id must be typed too"),
				row("a region accepted that was read", (desk) -> desk.confirm(desk.answer().accepting("eu-west-2")),
						422, "confirmation-differs", "must be accepted, and no other"),
				row("an unread region not accepted", RefusedConfirmationsTests::roleWithoutSingapore, 422,
						"confirmation-differs", "ap-southeast-1"),
				// Whose confirmation
				row("the confirmation of another plan", RefusedConfirmationsTests::anotherPlans, 409,
						"fingerprint-differs", "Look at the plan"),
				row("a stale fingerprint", RefusedConfirmationsTests::stale, 409, "fingerprint-differs",
						"Look at the plan"),
				row("a forged fingerprint", (desk) -> desk.confirm(desk.answer().fingerprint("0".repeat(64))), 409,
						"fingerprint-differs", "Look at the plan"),
				row("another region's plan", RefusedConfirmationsTests::anotherRegions, 409, "fingerprint-differs",
						"Look at the plan"),
				row("another account's plan", RefusedConfirmationsTests::anotherAccounts, 404, "not-found",
						"This account has no such plan"),
				row("a replay", RefusedConfirmationsTests::replay, 409, "plan-used", "make a new plan"),
				row("an expired plan", RefusedConfirmationsTests::expired, 410, "plan-expired", "Make a new one"),
				// Whose right
				row("a viewer", (desk) -> desk.confirm(basic("viewer", "viewer"), desk.answer()), 403, "forbidden",
						"Ask an administrator"),
				row("a token without the right", RefusedConfirmationsTests::poorToken, 403, "forbidden",
						"Ask an administrator"),
				row("a right revoked since", RefusedConfirmationsTests::demoted, 403, "forbidden",
						"Ask an administrator"),
				// What is there now
				row("a target that changed", RefusedConfirmationsTests::changed, 409, "world-changed",
						"Look at the new plan"),
				row("a target that was tagged", RefusedConfirmationsTests::tagged, 409, "world-changed",
						"Look at the new plan"),
				row("a target that vanished", RefusedConfirmationsTests::vanished, 409, "world-changed",
						"Look at the new plan"),
				row("an event integration replaced", RefusedConfirmationsTests::replacedEvents, 409, "world-changed",
						"Look at the new plan"),
				row("an event integration replaced, associations too", RefusedConfirmationsTests::replacedAssociation,
						409, "world-changed", "Look at the new plan"),
				row("a data integration replaced", RefusedConfirmationsTests::replacedData, 409, "world-changed",
						"Look at the new plan"),
				row("credentials of another account", RefusedConfirmationsTests::movedCredentials, 409,
						"account-mismatch", "Mend the credentials"),
				// What nobody may
				row("a bulk export", RefusedConfirmationsTests::bulkExport, 422, "nothing-to-do", "nothing to confirm"),
				row("a target being deleted", RefusedConfirmationsTests::alreadyRunning, 409, "deletion-running",
						"Wait until it has ended"),
				row("a plan by a viewer", (desk) -> desk.tryToPlan(basic("viewer", "viewer"), UNUSED), 403, "forbidden",
						"Ask an administrator"));
	}

	private static Arguments typed(String what, UnaryOperator<String> change, String words) {
		return row("typed: " + what, (desk) -> {
			Confirmation right = desk.answer();
			return desk.confirm(right.typed(change.apply(right.typed())));
		}, 422, "confirmation-differs", words);
	}

	private static Arguments row(String what, Attempt attempt, int status, String problem, String words) {
		return Arguments.of(Named.of(what, attempt), status, problem, words);
	}

	@ParameterizedTest(name = "{0}: {1} {2}")
	@MethodSource("refusals")
	void refusesDeletesNothingAndWritesItDown(Attempt attempt, int status, String problem, String words) {
		Answer answer = attempt.by(this);
		JsonNode told = answer.problem(status, problem);
		assertThat(told.path("detail").asString()).contains(words);
		assertThat(changes()).isEmpty();
		JsonNode entry = lastEntry();
		assertThat(entry.path("outcome").asString()).isIn("FAILED", "REFUSED");
		assertThat(entry.path("detail").asString()).isNotBlank();
		assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
	}

	@Test
	void deletesOnceWhenTheButtonIsClickedTwice() {
		Confirmation answer = answer();
		List<Answer> answers = Stream.of(answer, answer)
			.map((each) -> CompletableFuture.supplyAsync(() -> confirm(each)))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(202, 409);
		Answer accepted = answers.stream().filter((each) -> each.status() == 202).findFirst().orElseThrow();
		Answer refused = answers.stream().filter((each) -> each.status() == 409).findFirst().orElseThrow();
		refused.problem(409, "plan-used");
		assertThat(refused.header("Location")).isEqualTo(accepted.header("Location"));
		assertThat(watched(accepted).path("state").asString()).isEqualTo("DELETED");
		assertThat(EmulatorServer.calls(AWS)).extracting("operation").containsOnlyOnce("DeleteEventIntegration");
	}

	@Test
	void leadsToTheNewPlanWhereTheWorldHasChanged() {
		Answer refused = changed();
		JsonNode fresh = as(OPERATOR, "GET", refused.header("Location"), null).json();
		assertThat(watched(confirm(answerTo(fresh))).path("state").asString()).isEqualTo("DELETED");
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					arn:aws:s3:::bucket,                                                        It belongs to account
					arn:aws:connect:eu-west-2:ACCOUNT:instance/1,                               Only integrations
					arn:aws:app-integrations:eu-west-2:999999999999:event-integration/unused,   It belongs to account 999999999999
					arn:aws-cn:app-integrations:eu-west-2:ACCOUNT:event-integration/unused,     Only integrations
					arn:aws:app-integrations:eu-west-2:ACCOUNT:application-association/1,       Only integrations
					arn:aws:iam::ACCOUNT:role/AWSServiceRoleForAppIntegrations,                 Only integrations
					unused,                                                                     can't be deleted here
					""")
	void plansNothingThatIsNotTheAccountsOwnIntegrationOrRole(String target, String words) {
		Answer answer = tryToPlan(OPERATOR, target.replace("ACCOUNT", AWS));
		answer.problemWith(422, "unprocessable", "$.targets[0]");
		assertThat(answer.json().path("detail").asString()).contains(words);
		assertThat(EmulatorServer.calls(AWS)).isEmpty();
	}

	@Test
	void confirmsNothingByGet() {
		Answer answer = as(OPERATOR, "GET", answer().plan() + "/confirmation", null);
		answer.problem(405, "method-not-allowed");
		assertThat(answer.header("Allow")).isEqualTo("POST");
		assertThat(changes()).isEmpty();
	}

	private Confirmation answer() {
		return answerTo(plan(UNUSED));
	}

	private Answer roleWithoutSingapore() {
		EmulatorServer.reset(AWS, "empty");
		String role = EmulatorServer.iam(AWS)
			.createServiceLinkedRole((request) -> request.awsServiceName("app-integrations.amazonaws.com"))
			.role()
			.arn();
		EmulatorServer.set(AWS, "regions", Map.of("ap-southeast-1", "DENIED_BY_SCP"));
		return confirm(answerTo(plan(role)).accepting());
	}

	private Answer anotherPlans() {
		return confirm(answer().at(plan(arn("event-integration/segment-tracks")).path("href").asString()));
	}

	private Answer stale() {
		Confirmation before = answer();
		this.london.updateEventIntegration((request) -> request.name("unused").description("Somebody listens"));
		return confirm(answer().fingerprint(before.fingerprint()));
	}

	private Answer anotherRegions() {
		AppIntegrationsClient virginia = EmulatorServer.client(AWS, "us-east-1");
		String namesake = virginia
			.createEventIntegration((request) -> request.name("unused")
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com/unused")))
			.eventIntegrationArn();
		return confirm(answer().at(plan(namesake).path("href").asString()));
	}

	private Answer anotherAccounts() {
		Confirmation answer = answer();
		return confirm(answer.at(answer.plan().replace("/desk/", "/sandbox/")));
	}

	private Answer replay() {
		Confirmation answer = answer();
		watched(confirm(answer));
		return confirm(answer);
	}

	private Answer expired() {
		Confirmation answer = answer();
		this.jdbc.sql("update deletion_plan set expires_at = created_at where used_at is null").update();
		return confirm(answer);
	}

	private Answer poorToken() {
		JsonNode token = as(OPERATOR, "POST", "/api/v1/tokens",
				"{\"name\": \"" + UUID.randomUUID() + "\", \"permissions\": [\"READ\", \"PLAN_DELETION\"],"
						+ " \"expiresAt\": \"" + Instant.now().plus(Duration.ofHours(1)) + "\"}")
			.json();
		return confirm("Bearer " + token.path("token").asString(), answer());
	}

	private Answer demoted() {
		String name = "user-" + UUID.randomUUID();
		String admin = basic("admin", "admin");
		JsonNode user = as(admin, "POST", "/api/v1/users",
				"{\"name\": \"" + name + "\", \"role\": \"OPERATOR\", \"password\": \"first password\"}")
			.json();
		String authorization = basic(name, "first password");
		Confirmation answer = answerTo(tryToPlan(authorization, UNUSED).json());
		assertThat(as(admin, "PATCH", user.path("href").asString(), "{\"role\": \"VIEWER\"}").status()).isEqualTo(200);
		return confirm(authorization, answer);
	}

	private Answer changed() {
		Confirmation answer = answer();
		this.london.updateEventIntegration((request) -> request.name("unused").description("Somebody listens"));
		return confirm(answer);
	}

	private Answer tagged() {
		Confirmation answer = answer();
		this.london.tagResource((request) -> request.resourceArn(UNUSED).tags(Map.of("owner", "me")));
		return confirm(answer);
	}

	private Answer vanished() {
		Confirmation answer = answer();
		this.london.deleteEventIntegration((request) -> request.name("unused"));
		return confirm(answer);
	}

	private Answer replacedEvents() {
		Confirmation answer = answer();
		this.london.deleteEventIntegration((request) -> request.name("unused"));
		this.london.createEventIntegration((request) -> request.name("unused")
			.description("Nobody listens")
			.eventBridgeBus("default")
			.eventFilter((filter) -> filter.source("aws.partner/example.com/unused")));
		return confirm(answer);
	}

	/** Of the same content, so only the association's id tells. */
	private Answer replacedAssociation() {
		String arn = arn("event-integration/segment-tracks");
		Confirmation answer = answerTo(plan(arn));
		var profiles = EmulatorServer.profiles(AWS, "eu-west-2");
		profiles.deleteIntegration((request) -> request.domainName("sandbox").uri(arn));
		profiles
			.putIntegration((request) -> request.domainName("sandbox").uri(arn).objectTypeName("segment-tracks-type"));
		return confirm(answer);
	}

	private Answer replacedData() {
		var before = this.london.getDataIntegration((request) -> request.identifier("unused-bucket"));
		Confirmation answer = answerTo(plan(before.arn()));
		this.london.deleteDataIntegration((request) -> request.dataIntegrationIdentifier(before.id()));
		this.london.createDataIntegration((request) -> request.name(before.name())
			.description(before.description())
			.kmsKey(before.kmsKey())
			.sourceURI(before.sourceURI())
			.tags(before.tags()));
		return confirm(answer);
	}

	private Answer movedCredentials() {
		Confirmation answer = answer();
		resolveCredentialsTo("999999999999");
		return confirm(answer);
	}

	private Answer bulkExport() {
		EmulatorServer.reset(AWS, "demo");
		AppIntegrationsClient virginia = EmulatorServer.client(AWS, "us-east-1");
		String export = virginia.getDataIntegration((request) -> request.identifier("profiles-to-lake")).arn();
		JsonNode plan = plan(export);
		assertThat(plan.path("blocked").path(0).path("reason").asString()).contains("export");
		return confirm(answerTo(plan));
	}

	/** The first deletion can't read what it would touch, so it waits untouched. */
	private Answer alreadyRunning() {
		String held = arn("event-integration/segment-tracks");
		Confirmation second = answerTo(plan(held));
		Confirmation first = answerTo(plan(held));
		EmulatorServer.faults(AWS, List.of(Map.of("service", "profile", "operation", "GetIntegration", "status", 500,
				"code", "InternalServerException", "message", "Not now.")));
		Answer running = confirm(first);
		assertThat(running.status()).isEqualTo(202);
		Answer refused = confirm(second);
		assertThat(refused.header("Location")).isEqualTo(running.header("Location"));
		assertThat(as(OPERATOR, "POST", running.header("Location") + "/cancel", null).status()).isEqualTo(202);
		assertThat(watched(running).path("state").asString()).isEqualTo("CANCELLED");
		return refused;
	}

	private static String arn(String resource) {
		return "arn:aws:app-integrations:eu-west-2:" + AWS + ":" + resource;
	}

	/**
	 * Tries to delete something.
	 */
	@FunctionalInterface
	interface Attempt {

		Answer by(RefusedConfirmationsTests desk);

	}

}
