package dev.appintegrations.console.role.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiredActions.Need;
import dev.appintegrations.console.role.operator.Preflight.Answer;
import dev.appintegrations.console.role.operator.Preflight.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One question to IAM: what is declared for one region under one condition, actions on
 * ARNs apart from those on everything. IAM combines each action with each resource; what
 * it says of combinations that nobody declared is not used.
 *
 * @param key what makes it one question
 * @param wants the actions with their resources
 */
record Simulation(Key key, List<Want> wants) {

	/** Where services that have one endpoint for all regions are called. */
	private static final String HOME = "us-east-1";

	private static final List<String> EVERYTHING = List.of("*");

	/**
	 * The questions that all declarations make.
	 * @param account twelve digits, or {@code null} if they are not known
	 * @param regions the regions to ask about
	 */
	static List<Simulation> of(List<RequiredActions> declared, @Nullable String account, List<Region> regions) {
		Map<Key, List<Want>> questions = new LinkedHashMap<>();
		for (RequiredActions each : declared) {
			for (Region region : each.regional() ? regions : Arrays.asList((Region) null)) {
				List<String> resources = each.resources(account, region).toList();
				Key key = new Key(region, each.condition(), resources.equals(EVERYTHING));
				questions.computeIfAbsent(key, (first) -> new ArrayList<>()).add(new Want(each, resources));
			}
		}
		return questions.entrySet().stream().map((entry) -> new Simulation(entry.getKey(), entry.getValue())).toList();
	}

	List<String> actions() {
		return this.wants.stream().flatMap((want) -> want.declared.actions().stream()).distinct().toList();
	}

	List<String> resources() {
		return this.wants.stream().flatMap((want) -> want.resources.stream()).distinct().toList();
	}

	/**
	 * Condition keys and their values: what the console's requests will carry.
	 */
	Map<String, String> context() {
		Map<String, String> context = new LinkedHashMap<>();
		context.put("aws:RequestedRegion", (this.key.region != null) ? this.key.region.code() : HOME);
		if (this.key.condition != null) {
			context.put(this.key.condition.key(), this.key.condition.value());
		}
		return context;
	}

	List<Answer> unknown(String reason) {
		return answers((action, resource) -> new Decision(Verdict.UNKNOWN, reason));
	}

	List<Answer> answered(Map<Combination, Decision> decisions) {
		return answers(
				(action, resource) -> Objects.requireNonNullElseGet(decisions.get(new Combination(action, resource)),
						() -> new Decision(Verdict.UNKNOWN, "IAM said nothing of it.")));
	}

	/** Who declares the same action on the same resources gets one answer. */
	private List<Answer> answers(BiFunction<String, String, Decision> decisions) {
		return this.wants.stream()
			.flatMap((want) -> want.declared.actions().stream().map((action) -> Map.entry(action, want.resources)))
			.distinct()
			.map((each) -> answer(each.getKey(), each.getValue(), decisions))
			.toList();
	}

	private Answer answer(String action, List<String> resources, BiFunction<String, String, Decision> decisions) {
		List<RequiredActions> declared = this.wants.stream()
			.filter((want) -> want.resources.equals(resources) && want.declared.actions().contains(action))
			.map(Want::declared)
			.toList();
		Need need = declared.stream().map(RequiredActions::need).min(Comparator.naturalOrder()).orElseThrow();
		Set<OperatorTask> tasks = declared.stream()
			.flatMap((each) -> each.tasks().stream())
			.collect(Collectors.toSet());
		Decision decision = resources.stream()
			.map((resource) -> decisions.apply(action, resource))
			.reduce(Decision::and)
			.orElseThrow();
		return new Answer(action, need, resources, tasks, this.key.region, decision.verdict(), decision.reason());
	}

	/**
	 * What makes one question.
	 *
	 * @param region where, or {@code null} for services that have one endpoint for all
	 * @param condition the condition under which the actions are needed, or {@code null}
	 * @param everything whether the actions know no resources
	 */
	record Key(@Nullable Region region, RequiredActions.@Nullable Condition condition, boolean everything) {

	}

	/**
	 * Actions with their resources.
	 */
	record Want(RequiredActions declared, List<String> resources) {

	}

	/**
	 * An action on a resource.
	 */
	record Combination(String action, String resource) {

	}

	/**
	 * What IAM says.
	 */
	record Decision(Verdict verdict, String reason) {

		/** The one that lets less happen. */
		Decision and(Decision other) {
			if (this.verdict == Verdict.IDENTITY_POLICIES_DO_NOT_ALLOW) {
				return this;
			}
			return (other.verdict == Verdict.IDENTITY_POLICIES_ALLOW) ? this : other;
		}

	}

}
