package dev.appintegrations.console.role.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions.Need;
import dev.appintegrations.console.role.operator.Preflight;
import dev.appintegrations.console.role.operator.Preflight.Answer;
import dev.appintegrations.console.role.operator.Preflight.Verdict;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What IAM says of the permissions of whoever runs the console, for people.
 *
 * @param caller whose credentials these are, or {@code null}
 * @param principal the user or role that was asked about, or {@code null}
 * @param problem why nothing is known, or {@code null}
 * @param calls how many questions were asked
 * @param at when
 * @param regions a line for each region, and one for services without regions
 * @param tasks what was found out for each task
 */
record PreflightView(@Nullable String caller, @Nullable String principal, @Nullable String problem, int calls,
		Moment at, List<RegionLine> regions, Map<OperatorTask, List<Outcome>> tasks) {

	static PreflightView of(Preflight preflight, Instant now) {
		Map<String, List<Answer>> byRegion = preflight.answers()
			.stream()
			.collect(Collectors.groupingBy((answer) -> name(answer.region()), LinkedHashMap::new, Collectors.toList()));
		Map<OperatorTask, List<Outcome>> tasks = new LinkedHashMap<>();
		Arrays.stream(OperatorTask.values())
			.forEach((task) -> tasks.put(task,
					outcomes(preflight.answers().stream().filter((answer) -> answer.tasks().contains(task)).toList(),
							byRegion.size() - 1)));
		return new PreflightView(preflight.caller(), preflight.principal(), preflight.problem(), preflight.calls(),
				Moment.of(preflight.at(), now),
				byRegion.entrySet().stream().map((entry) -> RegionLine.of(entry.getKey(), entry.getValue())).toList(),
				tasks);
	}

	private static String name(@Nullable Region region) {
		return (region != null) ? region.code() : "IAM and Account Management";
	}

	/**
	 * Actions with the same verdict for the same reason in the same regions are one
	 * outcome.
	 */
	private static List<Outcome> outcomes(List<Answer> answers, int regions) {
		Map<Kind, Map<String, Set<String>>> kinds = new LinkedHashMap<>();
		answers.forEach((answer) -> kinds.computeIfAbsent(Kind.of(answer), (key) -> new LinkedHashMap<>())
			.computeIfAbsent(answer.action(), (key) -> new TreeSet<>())
			.add((answer.region() != null) ? answer.region().code() : ""));
		List<Outcome> outcomes = new ArrayList<>();
		kinds.forEach((kind, actions) -> {
			Map<String, TreeSet<String>> places = new LinkedHashMap<>();
			actions.forEach((action, where) -> places.computeIfAbsent(where(where, regions), (key) -> new TreeSet<>())
				.add(action));
			places.forEach((place, names) -> outcomes
				.add(new Outcome(tone(kind), words(kind.verdict()), place, kind.reason(), List.copyOf(names))));
		});
		return outcomes;
	}

	private static String where(Set<String> regions, int all) {
		if (regions.contains("")) {
			return "";
		}
		return (regions.size() == all) ? "in all " + all + " regions" : "in " + String.join(", ", regions);
	}

	private static String tone(Kind kind) {
		return switch (kind.verdict()) {
			case IDENTITY_POLICIES_ALLOW -> "good";
			case IDENTITY_POLICIES_DO_NOT_ALLOW -> kind.optional() ? "warning" : "bad";
			case UNKNOWN -> "calm";
		};
	}

	private static String words(Verdict verdict) {
		return switch (verdict) {
			case IDENTITY_POLICIES_ALLOW -> "Identity policies allow";
			case IDENTITY_POLICIES_DO_NOT_ALLOW -> "Identity policies do not allow";
			case UNKNOWN -> "Unknown";
		};
	}

	/**
	 * What makes answers one outcome.
	 */
	private record Kind(Verdict verdict, String reason, boolean optional) {

		static Kind of(Answer answer) {
			return new Kind(answer.verdict(), answer.reason(),
					answer.verdict() != Verdict.IDENTITY_POLICIES_ALLOW && answer.need() == Need.OPTIONAL);
		}

	}

	/**
	 * A finding about some actions.
	 *
	 * @param tone of its status
	 * @param words what IAM says
	 * @param where in which regions, empty for services without regions
	 * @param reason why, or empty
	 * @param actions which
	 */
	record Outcome(String tone, String words, String where, String reason, List<String> actions) {

	}

	/**
	 * A region in numbers of actions.
	 */
	record RegionLine(String name, long allowed, long notAllowed, long unknown) {

		static RegionLine of(String name, List<Answer> answers) {
			return new RegionLine(name, count(answers, Verdict.IDENTITY_POLICIES_ALLOW),
					count(answers, Verdict.IDENTITY_POLICIES_DO_NOT_ALLOW), count(answers, Verdict.UNKNOWN));
		}

		private static long count(List<Answer> answers, Verdict verdict) {
			return answers.stream().filter((answer) -> answer.verdict() == verdict).count();
		}

	}

}
