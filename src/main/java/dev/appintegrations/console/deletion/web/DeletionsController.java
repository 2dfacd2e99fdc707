package dev.appintegrations.console.deletion.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.api.EventStreams;
import dev.appintegrations.console.api.PageInfo;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.deletion.Deletion;
import dev.appintegrations.console.deletion.DeletionEvent;
import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Deletions: listed, watched, cancelled, tried again.
 */
@Controller
class DeletionsController {

	private static final String PATH = "/accounts/{account}/deletions";

	private final Deletions deletions;

	private final EventStreams streams;

	private final SpringTemplateEngine templates;

	private final Clock clock;

	DeletionsController(Deletions deletions, EventStreams streams, SpringTemplateEngine templates, Clock clock) {
		this.deletions = deletions;
		this.streams = streams;
		this.templates = templates;
		this.clock = clock;
	}

	@GetMapping(PATH)
	@Requires(Permission.READ)
	String history(Account account, PageQuery query, Model model) {
		Instant now = this.clock.instant();
		model.addAttribute("account", account);
		model.addAttribute("deletions",
				this.deletions.summaries(account.alias(), query.number(), query.size())
					.stream()
					.map((deletion) -> DeletionLine.of(deletion, now))
					.toList());
		model.addAttribute("page", PageInfo.of(query, this.deletions.historySize(account.alias())));
		model.addAttribute("path", Pages.deletions(account.alias()) + "?size=" + query.size() + "&page=");
		return "deletions";
	}

	@GetMapping(PATH + "/{id}")
	@Requires(Permission.READ)
	String one(Account account, CurrentUser user, @PathVariable String id, CsrfToken csrf, Model model) {
		Deletion deletion = find(account, id);
		model.addAttribute("account", account);
		model.addAttribute("deletion", view(account, deletion));
		model.addAttribute("form", Controls.of(account, user, csrf));
		model.addAttribute("refreshSeconds", deletion.state().ended() ? null : 5);
		return "deletion";
	}

	/** For pages: each message is the panel as it stands, rendered anew. */
	@GetMapping(path = PATH + "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Requires(Permission.READ)
	ResponseEntity<SseEmitter> events(Account account, CurrentUser user, @PathVariable String id, CsrfToken csrf,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent) {
		Deletion deletion = find(account, id);
		int after = (lastEvent != null && lastEvent.matches("\\d{1,9}")) ? Integer.parseInt(lastEvent) : 0;
		Controls form = Controls.of(account, user, csrf);
		return this.streams
			.<DeletionEvent>open((listener) -> this.deletions.watch(deletion.id(), after, listener),
					(event) -> render(account, form, event))
			.map((stream) -> ResponseEntity.ok().header("X-Accel-Buffering", "no").body(stream))
			.orElseThrow(() -> new ProblemException(ProblemType.UNAVAILABLE,
					"Too many pages are watching. Reload this page to see how far it is."));
	}

	private SseEventBuilder render(Account account, Controls form, DeletionEvent event) {
		if (event.finished()) {
			return SseEmitter.event().name("finished").data("{}");
		}
		String html = this.templates.process("components/deletion-progress", Set.of("panel"),
				new Context(Locale.ROOT, Map.of("deletion", view(account, event.deletion()), "form", form)));
		return SseEmitter.event().data(html.strip().replaceAll("\\s*\\n\\s*", " "));
	}

	@PostMapping(PATH + "/{id}/cancel")
	@Requires(Permission.CONTROL_DELETION)
	String cancel(Account account, CurrentUser user, @PathVariable String id) {
		Deletion deletion = find(account, id);
		this.deletions.cancel(account, user.name(), deletion.id());
		return "redirect:" + Pages.deletion(account.alias(), deletion.id());
	}

	@PostMapping(PATH + "/{id}/retry")
	@Requires(Permission.CONTROL_DELETION)
	String retry(Account account, CurrentUser user, @PathVariable String id) {
		Deletion deletion = find(account, id);
		this.deletions.retry(account, user.name(), deletion.id());
		return "redirect:" + Pages.deletion(account.alias(), deletion.id());
	}

	private DeletionView view(Account account, Deletion deletion) {
		Instant now = this.clock.instant();
		return DeletionView.of(account, deletion, this.deletions.mayRetry(deletion), now);
	}

	private Deletion find(Account account, String id) {
		return Pages.id(id)
			.flatMap((uuid) -> this.deletions.find(account.alias(), uuid))
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This account has no such deletion."));
	}

	/**
	 * What the forms of the panel need, which server-sent events render outside of any
	 * request.
	 *
	 * @param mayControl whether the reader may cancel and try again
	 * @param mayPlan whether the reader may plan what is left
	 * @param tokenName name of the protection token's field
	 * @param token the protection token
	 */
	record Controls(boolean mayControl, boolean mayPlan, String tokenName, String token) {

		private static Controls of(Account account, CurrentUser user, CsrfToken csrf) {
			return new Controls(user.may(Permission.CONTROL_DELETION),
					account.deletionOff() == null && user.may(Permission.PLAN_DELETION), csrf.getParameterName(),
					csrf.getToken());
		}

	}

}
