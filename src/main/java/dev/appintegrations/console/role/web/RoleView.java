package dev.appintegrations.console.role.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.appintegrations.console.role.Blockers;
import dev.appintegrations.console.role.RoleNames;
import dev.appintegrations.console.role.RoleReading;
import dev.appintegrations.console.role.RoleState;
import dev.appintegrations.console.role.ServiceLinkedRole;
import dev.appintegrations.console.role.ServiceLinkedRole.LastUse;
import dev.appintegrations.console.web.Moment;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.PolicySyntaxException;
import dev.appintegrations.policy.PolicyWriter;
import dev.appintegrations.policy.explain.Explainer;
import dev.appintegrations.policy.explain.StatementExplanation;
import org.jspecify.annotations.Nullable;

/**
 * The role as its status page shows it.
 *
 * @param tone of its state
 * @param status its state in a word or two
 * @param verdict what to know first, in a sentence
 * @param readAt when IAM was asked
 * @param pairs its properties
 * @param description its description, empty if it has none
 * @param policies its policies, or {@code null} if they could not be read
 * @param tags its tags
 * @param trust its trust policy, as JSON
 * @param trustWords the same in words
 * @param findings what is not as AWS makes it
 * @param alarm what is wrong now, or {@code null}
 */
record RoleView(String tone, String status, String verdict, Moment readAt, List<Pair> pairs, String description,
		@Nullable List<String> policies, Map<String, String> tags, String trust, String trustWords,
		List<String> findings, @Nullable String alarm) {

	/** How long IAM shows a last use. */
	private static final String TRACKED = "in the last 400 days";

	/**
	 * Prepares the role.
	 * @param reading what IAM said
	 * @param blockers what the latest scan found, or {@code null} without one
	 * @param now the present
	 * @return the view
	 */
	static RoleView of(RoleReading reading, @Nullable Blockers blockers, Instant now) {
		Moment at = Moment.of(reading.at(), now);
		ServiceLinkedRole role = reading.role();
		int integrations = (blockers != null) ? blockers.integrations() : 0;
		if (role == null) {
			boolean missing = reading.state() == RoleState.ABSENT && integrations > 0;
			String verdict = switch (reading.state()) {
				case ABSENT -> missing ? "The role is missing." : "The role does not exist, and nothing here needs it.";
				case DELETING -> "The role is being deleted.";
				case UNKNOWN, PRESENT -> "Whether the role exists is not known: IAM could not be asked.";
			};
			String alarm = missing ? "The role is missing while " + Moment.counted(integrations, "integration")
					+ " exist: AppIntegrations can neither run their flows nor publish their metrics. Create the role again."
					: null;
			return new RoleView(missing ? "bad" : (reading.state() == RoleState.UNKNOWN) ? "warning" : "calm",
					words(reading.state()), verdict, at, List.of(), "", null, Map.of(), "", "", List.of(), alarm);
		}
		return new RoleView("good", words(reading.state()), verdict(role, blockers, now), at, pairs(role, now),
				Objects.requireNonNullElse(role.description(), ""), policies(role), role.tags(),
				pretty(role.trustDocument()), words(role.trustDocument()), findings(role), null);
	}

	private static String pretty(String document) {
		try {
			return PolicyWriter.write(PolicyReader.read(document));
		}
		catch (PolicySyntaxException ex) {
			return document;
		}
	}

	private static String words(String trust) {
		try {
			return Explainer.explain(PolicyReader.read(trust))
				.statements()
				.stream()
				.map(StatementExplanation::sentence)
				.collect(Collectors.joining(" "));
		}
		catch (PolicySyntaxException ex) {
			return "It can't be read as a policy: " + ex.getMessage() + ".";
		}
	}

	static String words(RoleState state) {
		return switch (state) {
			case PRESENT -> "present";
			case ABSENT -> "absent";
			case DELETING -> "being deleted";
			case UNKNOWN -> "unknown";
		};
	}

	private static String verdict(ServiceLinkedRole role, @Nullable Blockers blockers, Instant now) {
		String use = lastUse(role.lastUsed(), now);
		if (blockers != null && blockers.none()) {
			return "Nothing is left that needs the role; it was " + use
					+ ". AWS advises to delete a service-linked role that nothing needs.";
		}
		return "The role exists and was " + use + ".";
	}

	private static String lastUse(@Nullable LastUse use, Instant now) {
		if (use == null) {
			return "not used " + TRACKED;
		}
		Moment at = Moment.of(use.at(), now);
		return "last used " + at.ago() + ((use.region() != null) ? " in " + use.region() : "");
	}

	private static List<Pair> pairs(ServiceLinkedRole role, Instant now) {
		List<Pair> pairs = new ArrayList<>();
		pairs.add(new Pair("ARN", role.arn(), true));
		pairs.add(new Pair("Role id", role.roleId(), true));
		pairs.add(new Pair("Path", role.path(), false));
		Moment created = Moment.of(role.createdAt(), now);
		pairs.add(new Pair("Created", created.text() + " (" + created.ago() + ")", false));
		LastUse use = role.lastUsed();
		pairs.add(new Pair("Last used",
				(use != null) ? Moment.of(use.at(), now).text() + ((use.region() != null) ? ", " + use.region() : "")
						: "not " + TRACKED,
				false));
		pairs.add(new Pair("Longest session", hours(role.maxSessionSeconds()), false));
		if (role.policy() != null) {
			pairs.add(new Pair("Policy version",
					role.policy().versionId() + ", unchanged since " + Moment.of(role.policy().changedAt(), now).text(),
					false));
		}
		return pairs;
	}

	private static String hours(int seconds) {
		Duration duration = Duration.ofSeconds(seconds);
		return (duration.toMinutesPart() == 0) ? Moment.counted(duration.toHours(), "hour")
				: Moment.counted(duration.toMinutes(), "minute");
	}

	private static @Nullable List<String> policies(ServiceLinkedRole role) {
		if (role.attachedPolicies() == null || role.inlinePolicies() == null) {
			return null;
		}
		List<String> policies = new ArrayList<>(role.attachedPolicies());
		role.inlinePolicies().forEach((name) -> policies.add(name + " (inline)"));
		return policies;
	}

	/** What AWS never makes so; service-linked roles can't be changed by accounts. */
	private static List<String> findings(ServiceLinkedRole role) {
		List<String> findings = new ArrayList<>();
		if (!RoleNames.PATH.equals(role.path())) {
			findings.add("Its path is " + role.path() + ", not " + RoleNames.PATH
					+ ": IAM does not treat it as the service-linked role.");
		}
		if (role.attachedPolicies() != null) {
			role.attachedPolicies()
				.stream()
				.filter((arn) -> !RoleNames.POLICY_ARN.equals(arn))
				.forEach((arn) -> findings
					.add("Policy " + arn + " is attached; AWS attaches only " + RoleNames.POLICY + "."));
			if (!role.attachedPolicies().contains(RoleNames.POLICY_ARN)) {
				findings.add("Policy " + RoleNames.POLICY + " is not attached: the role may do nothing.");
			}
		}
		if (role.inlinePolicies() != null) {
			role.inlinePolicies()
				.forEach((name) -> findings.add("It has an inline policy, " + name + "; AWS makes it without any."));
		}
		if (role.policy() != null && role.policy().attachable()) {
			findings.add(
					"IAM calls its policy attachable, although policies of service-linked roles can be attached to nothing else.");
		}
		return findings;
	}

	/**
	 * A property.
	 *
	 * @param label its name
	 * @param value its value
	 * @param copied whether it can be copied
	 */
	record Pair(String label, String value, boolean copied) {

	}

}
