package dev.appintegrations.console.kernel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * IAM actions that a task needs, declared beside the code that makes the calls.
 *
 * @param need how much they are needed
 * @param actions of one service, such as {@code iam:GetRole}
 * @param resources what they are needed on: ARNs in which {@value #ACCOUNT} stands for
 * the account's id, {@value #REGION} for a region and {@code *} for anything, or
 * {@code *}
 * @param condition under which condition, or {@code null}
 * @param tasks what needs them
 * @param why what they are for, as a sentence
 */
public record RequiredActions(Need need, List<String> actions, List<String> resources, @Nullable Condition condition,
		Set<OperatorTask> tasks, String why) {

	/** Stands for twelve digits. */
	public static final String ACCOUNT = "{account}";

	/** Stands for a region code. */
	public static final String REGION = "{region}";

	/** Services of one endpoint for all regions. */
	private static final Set<String> GLOBAL = Set.of("iam", "sts", "account");

	public RequiredActions {
		actions = List.copyOf(actions);
		resources = List.copyOf(resources);
		tasks = Set.copyOf(tasks);
	}

	/**
	 * Actions without which the task fails.
	 * @param service the IAM prefix, such as {@code iam}
	 * @param names such as {@code GetRole}
	 * @return a declaration on every resource, for no task yet
	 */
	public static RequiredActions required(String service, String... names) {
		return of(Need.REQUIRED, service, names);
	}

	/**
	 * Actions without which the task says less, but works.
	 * @param service the IAM prefix
	 * @param names such as {@code ListRegions}
	 * @return a declaration on every resource, for no task yet
	 */
	public static RequiredActions optional(String service, String... names) {
		return of(Need.OPTIONAL, service, names);
	}

	/**
	 * Actions that AWS checks on the caller behind a call of another name.
	 * @param service the IAM prefix
	 * @param names such as {@code DeleteEventIntegrationAssociation}
	 * @return a declaration on every resource, for no task yet
	 */
	public static RequiredActions permissionOnly(String service, String... names) {
		return of(Need.PERMISSION_ONLY, service, names);
	}

	/**
	 * Calls that AWS answers whatever policies say.
	 * @param service the IAM prefix
	 * @param names such as {@code GetCallerIdentity}
	 * @return a declaration on every resource, for no task yet
	 */
	public static RequiredActions unchecked(String service, String... names) {
		return of(Need.UNCHECKED, service, names);
	}

	private static RequiredActions of(Need need, String service, String... names) {
		return new RequiredActions(need, Arrays.stream(names).map((name) -> service + ":" + name).toList(),
				List.of("*"), null, Set.of(), "");
	}

	/**
	 * The same on some resources only.
	 * @param arns what the actions are needed on
	 * @return a declaration
	 */
	public RequiredActions on(String... arns) {
		return new RequiredActions(this.need, this.actions, List.of(arns), this.condition, this.tasks, this.why);
	}

	/**
	 * The same under a condition.
	 * @param operator such as {@code StringLike}
	 * @param key the condition key
	 * @param value its value
	 * @return a declaration
	 */
	public RequiredActions when(String operator, String key, String value) {
		return new RequiredActions(this.need, this.actions, this.resources, new Condition(operator, key, value),
				this.tasks, this.why);
	}

	/**
	 * The same for some tasks.
	 * @param reason what they are for, as a sentence
	 * @param first a task that needs them
	 * @param others more such tasks
	 * @return a declaration
	 */
	public RequiredActions because(String reason, OperatorTask first, OperatorTask... others) {
		return new RequiredActions(this.need, this.actions, this.resources, this.condition, EnumSet.of(first, others),
				reason);
	}

	/**
	 * The service that has the actions.
	 * @return its IAM prefix
	 */
	public String service() {
		return this.actions.getFirst().substring(0, this.actions.getFirst().indexOf(':'));
	}

	/**
	 * Whether each region is asked by itself.
	 * @return false of services that have one endpoint for all regions
	 */
	public boolean regional() {
		return !GLOBAL.contains(service());
	}

	/**
	 * The resources of an account.
	 * @param account twelve digits, or {@code null} if they are not known
	 * @param region the region, or {@code null} for all
	 * @return ARNs with {@code *} for what is not known, or {@code *}
	 */
	public Stream<String> resources(@Nullable String account, @Nullable Region region) {
		return this.resources.stream()
			.map((arn) -> arn.replace(ACCOUNT, Objects.requireNonNullElse(account, "*"))
				.replace(REGION, (region != null) ? region.code() : "*"));
	}

	/**
	 * How much actions are needed.
	 */
	public enum Need {

		/** The task fails without them. */
		REQUIRED,

		/** AWS checks them on the caller behind another call; nothing is called so. */
		PERMISSION_ONLY,

		/** The task says less without them. */
		OPTIONAL,

		/** AWS answers whatever policies say; no policy needs them. */
		UNCHECKED

	}

	/**
	 * A condition of a policy.
	 *
	 * @param operator such as {@code StringLike}
	 * @param key the condition key
	 * @param value its value
	 */
	public record Condition(String operator, String key, String value) {

	}

}
