package dev.appintegrations.console.role.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiredActions.Need;
import dev.appintegrations.policy.Condition;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyWriter;
import dev.appintegrations.policy.Statement;
import dev.appintegrations.policy.Statement.Patterns;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A managed policy to attach to whoever runs the console.
 *
 * @param document the policy, as JSON on several lines
 * @param size its characters as IAM counts them, white space left out
 */
public record OperatorPolicy(String document, int size) {

	/**
	 * The most characters of a managed policy (IAM user guide, "IAM and AWS STS quotas").
	 */
	public static final int MOST = 6144;

	/**
	 * The least policy that allows what is declared. What some tasks require and others
	 * can do without is among what is required.
	 * @param declared actions
	 * @param account twelve digits, or {@code null} if they are not known
	 * @return one policy, or several where one would be longer than IAM takes; none if
	 * nothing needs to be allowed
	 */
	public static List<OperatorPolicy> of(Collection<RequiredActions> declared, @Nullable String account) {
		Map<Group, Set<String>> groups = new LinkedHashMap<>();
		Set<List<?>> granted = new HashSet<>();
		declared.stream()
			.filter((each) -> each.need() != Need.UNCHECKED)
			.sorted((one, other) -> one.need().compareTo(other.need()))
			.forEach((each) -> each.actions()
				.stream()
				.filter((action) -> granted.add(List.of(action, each.resources(), String.valueOf(each.condition()))))
				.forEach((action) -> groups.computeIfAbsent(Group.of(each, account), (key) -> new TreeSet<>())
					.add(action)));
		Map<String, Integer> names = new LinkedHashMap<>();
		List<OperatorPolicy> policies = new ArrayList<>();
		List<Statement> statements = new ArrayList<>();
		groups.forEach((group, actions) -> {
			Statement statement = group.statement(actions, names.merge(group.name(), 1, Integer::sum));
			statements.add(statement);
			if (statements.size() > 1 && write(statements).size() > MOST) {
				policies.add(write(statements.subList(0, statements.size() - 1)));
				statements.clear();
				statements.add(statement);
			}
		});
		if (!statements.isEmpty()) {
			policies.add(write(statements));
		}
		return policies;
	}

	private static OperatorPolicy write(List<Statement> statements) {
		String document = PolicyWriter.write(new Policy(Policy.Version.V2012_10_17, null, statements));
		return new OperatorPolicy(document, document.replaceAll("\\s", "").length());
	}

	/**
	 * What makes one statement.
	 */
	private record Group(Need need, String service, List<String> resources, RequiredActions.@Nullable Condition when) {

		static Group of(RequiredActions actions, @Nullable String account) {
			return new Group(actions.need(), actions.service(), actions.resources(account, null).toList(),
					actions.condition());
		}

		/** A {@code Sid} has letters and digits only. */
		String name() {
			String service = Arrays.stream(this.service.split("-"))
				.map(StringUtils::capitalize)
				.collect(Collectors.joining());
			return switch (this.need) {
				case REQUIRED, UNCHECKED -> service;
				case PERMISSION_ONLY -> service + "BehindCalls";
				case OPTIONAL -> service + "Optional";
			};
		}

		Statement statement(Set<String> actions, int number) {
			List<Condition> conditions = (this.when == null) ? List.of()
					: List.of(new Condition(operator(this.when.operator()), Condition.Qualifier.NONE, false,
							this.when.key(), List.of(this.when.value())));
			return new Statement((number == 1) ? name() : name() + number, Statement.Effect.ALLOW, null,
					new Patterns(false, List.copyOf(actions)), new Patterns(false, this.resources), conditions);
		}

		private static Condition.Operator operator(String text) {
			return Arrays.stream(Condition.Operator.values())
				.filter((each) -> each.text().equals(text))
				.findFirst()
				.orElseThrow();
		}

	}

}
