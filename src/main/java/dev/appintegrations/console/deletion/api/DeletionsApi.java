package dev.appintegrations.console.deletion.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.api.EventStreams;
import dev.appintegrations.console.api.PageOf;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.deletion.Deletion;
import dev.appintegrations.console.deletion.DeletionEvent;
import dev.appintegrations.console.deletion.Deletions;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Deletions: look at them, watch them, cancel them, try them again.
 */
@RestController
@RequestMapping(DeletionPaths.ACCOUNT + "/deletions")
@Tag(name = "Deletions")
class DeletionsApi {

	private static final Duration BUSY_RETRY = Duration.ofSeconds(10);

	private final Deletions deletions;

	private final EventStreams streams;

	DeletionsApi(Deletions deletions, EventStreams streams) {
		this.deletions = deletions;
		this.streams = streams;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.READ)
	@Operation(operationId = "listDeletions", summary = "Deletions, newest first")
	PageOf<DeletionJson> history(Account account, PageQuery query) {
		List<DeletionJson> items = this.deletions.history(account.alias(), query.number(), query.size())
			.stream()
			.map(DeletionJson::of)
			.toList();
		return PageOf.of(items, query, this.deletions.historySize(account.alias()));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.READ)
	@Operation(operationId = "getDeletion", summary = "One deletion as it stands")
	DeletionJson get(Account account, @PathVariable String id) {
		return DeletionJson.of(find(account, id));
	}

	@GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Requires(Permission.READ)
	@Operation(operationId = "watchDeletion", summary = "A deletion as it goes on",
			description = """
					Server-sent events: `steps` (data: the DeletionSteps that have changed; at first all that have begun), \
					`finished` (data: the Deletion) at the end. A comment line goes out when nothing else has for 15 seconds.""")
	@ApiResponse(responseCode = "200", description = "The changes as they happen",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "204", description = "The client has had the last event", content = @Content)
	ResponseEntity<SseEmitter> events(Account account, @PathVariable String id,
			@Parameter(description = "The id of the last event that the client has had",
					schema = @Schema(type = "integer", minimum = "0")) @RequestHeader(name = "Last-Event-ID",
							required = false) @Nullable String lastEventId) {
		Deletion deletion = find(account, id);
		int after = eventNumber(lastEventId);
		if (deletion.state().ended() && after >= deletion.lastEvent()) {
			return ResponseEntity.noContent().build();
		}
		SseEmitter stream = this.streams
			.<DeletionEvent>open((listener) -> this.deletions.watch(deletion.id(), after, listener),
					DeletionsApi::render)
			.orElseThrow(() -> new ProblemException(
					Problem.of(ProblemType.UNAVAILABLE, "Too many clients are watching.").retryAfter(BUSY_RETRY)));
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Accel-Buffering", "no").body(stream);
	}

	private static SseEventBuilder render(DeletionEvent event) {
		return event.finished()
				? SseEmitter.event()
					.name("finished")
					.data(DeletionJson.of(event.deletion()), MediaType.APPLICATION_JSON)
				: SseEmitter.event()
					.name("steps")
					.data(event.changed().stream().map(DeletionJson.Step::of).toList(), MediaType.APPLICATION_JSON);
	}

	private static int eventNumber(@Nullable String lastEventId) {
		if (lastEventId == null || lastEventId.isEmpty()) {
			return 0;
		}
		if (!lastEventId.matches("[0-9]{1,9}")) {
			throw ProblemException.invalidParameter("Last-Event-ID", "must be the id of an event of this deletion");
		}
		return Integer.parseInt(lastEventId);
	}

	@PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.CONTROL_DELETION)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "cancelDeletion", summary = "Stops a deletion before its next step",
			description = "What AWS was asked already is watched to its end.")
	DeletionJson cancel(Account account, @Parameter(hidden = true) CurrentUser user, @PathVariable String id) {
		Deletion deletion = find(account, id);
		this.deletions.cancel(account, user.name(), deletion.id());
		return DeletionJson.of(find(account, id));
	}

	@PostMapping(path = "/{id}/retry", produces = MediaType.APPLICATION_JSON_VALUE)
	@Requires(Permission.CONTROL_DELETION)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "retryDeletion", summary = "Tries failed steps again, or goes on where it was paused",
			description = "A step whose outcome is unknown is only read again. Blocked steps need a new plan.")
	DeletionJson retry(Account account, @Parameter(hidden = true) CurrentUser user, @PathVariable String id) {
		Deletion deletion = find(account, id);
		this.deletions.retry(account, user.name(), deletion.id());
		return DeletionJson.of(find(account, id));
	}

	private Deletion find(Account account, String id) {
		return uuid(id).flatMap((uuid) -> this.deletions.find(account.alias(), uuid))
			.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This account has no such deletion."));
	}

	static Optional<UUID> uuid(String id) {
		try {
			return Optional.of(UUID.fromString(id));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
