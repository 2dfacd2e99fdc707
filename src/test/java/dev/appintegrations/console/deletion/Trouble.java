package dev.appintegrations.console.deletion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One operation of AWS, and what goes wrong with it.
 *
 * @param operation such as {@code DeleteUseCase}
 * @param kind what goes wrong
 */
record Trouble(String operation, Kind kind) {

	/** Operations that deletions change something with. */
	static final List<String> CHANGES = List.of("UpdateSecurityProfile", "DeleteUseCase",
			"DeleteIntegrationAssociation", "DeleteIntegration", "DeleteAssistantAssociation", "DeleteKnowledgeBase",
			"DeleteDataIntegration", "DeleteEventIntegration", "DeleteApplication", "DeleteServiceLinkedRole");

	/** Operations that running deletions read with. */
	static final List<String> READS = List.of("GetCallerIdentity", "ListSecurityProfileApplications", "ListUseCases",
			"ListIntegrationAssociations", "GetIntegration", "GetKnowledgeBase", "ListAssistants",
			"ListAssistantAssociations", "GetDataIntegration", "ListDataIntegrationAssociations", "GetEventIntegration",
			"ListEventIntegrationAssociations", "GetApplication", "ListApplicationAssociations", "GetRole",
			"GetServiceLinkedRoleDeletionStatus");

	/**
	 * Every pair that must come up.
	 */
	static List<Trouble> all() {
		return Stream
			.concat(CHANGES.stream()
				.flatMap((operation) -> Stream.of(Kind.values()).map((kind) -> new Trouble(operation, kind))),
					READS.stream()
						.flatMap((operation) -> Stream.of(Kind.values())
							.filter(Kind::read)
							.map((kind) -> new Trouble(operation, kind))))
			.toList();
	}

	/** As the emulator's control API takes it. */
	Map<String, Object> fault(int times) {
		Map<String, Object> fault = new HashMap<>(this.kind.fault);
		fault.put("operation", this.operation);
		fault.put("times", times);
		return fault;
	}

	@Override
	public String toString() {
		return this.operation + " " + this.kind;
	}

	/**
	 * What goes wrong.
	 */
	enum Kind {

		/** AWS has a fault of its own. */
		ERROR_500(true, Map.of("status", 500, "code", "InternalServiceError", "message", "Sorry.")),

		/** Too many calls. */
		THROTTLED(false, Map.of("status", 429, "code", "ThrottlingException", "message", "Rate exceeded")),

		/** No permission. */
		DENIED(true, Map.of("status", 403, "code", "AccessDeniedException", "message", "User is not authorized")),

		/** The credentials have expired. */
		EXPIRED(true, Map.of("status", 403, "code", "ExpiredTokenException", "message", "The token is expired")),

		/** AWS says no to the state that things are in. */
		REFUSED(false, Map.of("status", 400, "code", "InvalidRequestException", "message", "Not now.")),

		/** The connection is cut before AWS has done anything. */
		RESET(false, Map.of("action", "RESET")),

		/** AWS never answers. */
		HANG(true, Map.of("action", "HANG")),

		/** AWS does it, and the answer is lost. */
		ANSWER_LOST(false, Map.of("action", "DROP_AFTER_APPLY")),

		/** A proxy answers in its place. */
		MALFORMED(true, Map.of("action", "HTML")),

		/** Half of the answer. */
		TRUNCATED(true, Map.of("action", "TRUNCATE")),

		/** The process dies with the intent written down and nothing sent. */
		DEATH_BEFORE(false, Map.of()),

		/** The process dies with the answer in its hands. */
		DEATH_AFTER(false, Map.of()),

		/** Another process takes over from one that is only slow to send. */
		OVERTAKEN_BEFORE(false, Map.of()),

		/** Another process takes over from one that is only slow to write down. */
		OVERTAKEN_AFTER(false, Map.of());

		private final boolean read;

		private final Map<String, Object> fault;

		Kind(boolean read, Map<String, Object> fault) {
			this.read = read;
			this.fault = fault;
		}

		/** Whether it can happen to a call that changes nothing. */
		boolean read() {
			return this.read;
		}

		/** Whether it happens in the console's process, not on the way to AWS. */
		boolean inProcess() {
			return this.fault.isEmpty();
		}

	}

}
