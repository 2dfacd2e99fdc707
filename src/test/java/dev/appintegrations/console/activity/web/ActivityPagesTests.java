package dev.appintegrations.console.activity.web;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.console.PageTest;
import dev.appintegrations.console.SignedIn;
import dev.appintegrations.console.activity.ActivityNotes;
import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.Occurrence;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Operation;
import dev.appintegrations.console.kernel.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class ActivityPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ActivityTrail trail;

	@Test
	void listsWhoDidWhatToWhatAndWhatCameOfIt() {
		UUID entry = intend("page-lister", "EDIT_ROLE", "<b>the role</b>");
		assertThat(ok("/activity?actor=page-lister").replaceAll("\\s+", " ")).containsSubsequence("(1)", "<tbody>",
				"/activity/" + entry, "page-lister", "Edit role", "&lt;b&gt;the role&lt;/b&gt;", "demo",
				"outcome unknown", "127.0.0.1");
		this.trail.complete(entry, Outcome.DONE, null, new ActivityNotes());
		assertThat(ok("/activity?actor=page-lister")).contains("done").doesNotContain("warning\">outcome unknown");
	}

	@Test
	void opensAnEntryWithBeforeAndAfterAndRequestIds() {
		UUID entry = intend("page-opener", "EDIT_ROLE", "the role");
		ActivityNotes notes = new ActivityNotes();
		notes.before("old <words>");
		notes.after(Map.of("description", "new"));
		notes.awsRequestId("aws-id-1");
		this.trail.complete(entry, Outcome.FAILED, "AWS said no", notes);
		assertThat(ok("/activity/" + entry)).containsSubsequence("<h1>Edit role</h1>", "failed", "AWS said no",
				"aws-id-1", "Copy request id", "Parameters", "region", "eu-west-2", "Before", "old &lt;words&gt;",
				"After", "{\n  &quot;description&quot; : &quot;new&quot;\n}");
	}

	@Test
	void saysOfAnIntentWithoutOutcomeThatNobodyKnows() {
		UUID entry = intend("page-unknown", "SCAN", "all regions");
		assertThat(ok("/activity/" + entry)).contains("Outcome unknown: it is still being done", "not yet");
	}

	@Test
	void keepsFiltersOverPages() {
		for (int i = 0; i < 3; i++) {
			intend("page turner", "SCAN", "scan " + i);
		}
		assertThat(ok("/activity?actor=page%20turner&operation=SCAN&account=demo&size=2&page=0")).contains(
				"Page 1 of 2",
				"/activity?actor=page%20turner&amp;operation=SCAN&amp;account=demo&amp;size=2&amp;page=1",
				"value=\"page turner\"", "<option value=\"SCAN\" selected=\"selected\">Scan</option>", "Clear filters");
	}

	@Test
	void tellsFilteredFromEmpty() {
		assertThat(ok("/activity?actor=nobody-at-all")).contains("Nothing matches these filters.", "Clear filters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?outcome=GOOD", "?from=soon", "?account=nobody", "?page=99999", "?size=0" })
	void explainsParametersThatMakeNoSense(String query) {
		assertThat(get("/activity" + query)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/activity/nonsense", "/activity/00000000-0000-0000-0000-000000000000" })
	void hasNoPageForEntriesThatAreNotThere(String path) {
		assertThat(get(path)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void leadsFromAnAccountToItsActivity() {
		assertThat(get("/accounts/demo/activity")).hasRedirectedUrl("/activity?account=demo");
	}

	@Test
	void isNeitherShownNorOfferedToAViewerAndWritesDownThatItWasRefused() {
		assertThat(this.mvc.get().uri("/activity?secret=1").with(SignedIn.viewer())).hasStatus(HttpStatus.FORBIDDEN);
		MvcTestResult regions = this.mvc.get().uri("/problems/forbidden").with(SignedIn.viewer()).exchange();
		assertThat(SignedIn.text(regions)).doesNotContain("href=\"/activity\"");
		assertThat(ok("/problems/forbidden")).contains("href=\"/activity\"");
		assertThat(ok("/activity?actor=viewer&operation=READ_ACTIVITY")).contains("GET /activity<", "refused");
	}

	@Test
	void showsSignInsThatConcernNoAccountInEachAccount() {
		this.trail.note(new Occurrence("page-sign-in", "SIGN_IN", null, "page-sign-in"), Outcome.THROTTLED, null);
		assertThat(ok("/activity?account=fresh&actor=page-sign-in")).contains("throttled",
				"With what concerns every account");
	}

	private UUID intend(String actor, String operation, String target) {
		return this.trail.intend(new Operation(actor, Permission.SCAN, operation, new AccountAlias("demo"), target,
				Map.of("region", "eu-west-2")));
	}

	private String ok(String path) {
		MvcTestResult answer = get(path);
		assertThat(answer).hasStatusOk();
		return SignedIn.text(answer);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(URI.create(path)).with(SignedIn.operator()).exchange();
	}

}
