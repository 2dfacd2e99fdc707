package dev.appintegrations.console.role;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import dev.appintegrations.console.aws.AccountIdentity;
import dev.appintegrations.console.aws.AwsCalls;
import dev.appintegrations.console.aws.AwsClients;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.aws.CallMeter;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Inheriting;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiresActions;
import dev.appintegrations.console.role.ServiceLinkedRole.LastUse;
import dev.appintegrations.console.role.ServiceLinkedRole.ManagedPolicy;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;

import org.springframework.stereotype.Component;

/**
 * The role in IAM. Reading it takes calls of depth two: everything whose name is known
 * side by side, then the document of the policy's default version.
 */
@Component
class RoleGateway implements RequiresActions {

	private static final Region HOME = new Region("us-east-1");

	/** IAM's default where a role states no other duration. */
	private static final int DEFAULT_SESSION_SECONDS = 3600;

	/**
	 * Whoever reads the role stands in front of a page, or is a step that comes again.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final AwsClients clients;

	private final AwsCalls calls;

	private final AccountIdentity identity;

	private final Clock clock;

	private final ExecutorService executor = Inheriting
		.executor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("role-", 0).factory()));

	RoleGateway(AwsClients clients, AwsCalls calls, AccountIdentity identity, Clock clock) {
		this.clients = clients;
		this.calls = calls.forPages(PATIENCE);
		this.identity = identity;
		this.clock = clock;
	}

	@Override
	public List<RequiredActions> requiredActions() {
		String role = RoleNames.arn(RequiredActions.ACCOUNT);
		return List.of(
				RequiredActions.required("iam", "GetRole")
					.on(role)
					.because("Tells whether the role is there.", OperatorTask.VIEW_ROLE, OperatorTask.CREATE_ROLE,
							OperatorTask.EDIT_ROLE, OperatorTask.DELETE_ROLE),
				RequiredActions.required("iam", "ListAttachedRolePolicies", "ListRolePolicies")
					.on(role)
					.because("Tells whether the role has exactly the one policy that AWS attaches.",
							OperatorTask.VIEW_ROLE),
				RequiredActions.required("iam", "GetPolicy", "GetPolicyVersion")
					.on(RoleNames.POLICY_ARN)
					.because("Reads what the role may do.", OperatorTask.VIEW_ROLE),
				RequiredActions.required("iam", "CreateServiceLinkedRole")
					.on(role + "*")
					.when("StringLike", "iam:AWSServiceName", RoleNames.PRINCIPAL)
					.because("Creates the role of this one service.", OperatorTask.CREATE_ROLE),
				RequiredActions.required("iam", "UpdateRoleDescription")
					.on(role)
					.because("Sets the description.", OperatorTask.EDIT_ROLE));
	}

	/**
	 * Reads the role, its policies and their documents, and shows nothing of it if the
	 * credentials are another account's. Never throws for what AWS does.
	 */
	RoleReading read(AccountAlias account) {
		Instant at = this.clock.instant();
		IamClient iam = this.clients.iam(account);
		List<AwsFailure> failures = new ArrayList<>();
		CompletableFuture<String> id = CompletableFuture.supplyAsync(() -> this.identity.verify(account),
				this.executor);
		CompletableFuture<Role> role = start(account, "GetRole",
				() -> there(iam.getRole((request) -> request.roleName(RoleNames.ROLE)).role()));
		CompletableFuture<List<String>> attached = start(account, "ListAttachedRolePolicies",
				() -> iam.listAttachedRolePoliciesPaginator((request) -> request.roleName(RoleNames.ROLE))
					.stream()
					.flatMap((page) -> there(page.hasAttachedPolicies() ? page.attachedPolicies() : null).stream())
					.map(AttachedPolicy::policyArn)
					.toList());
		CompletableFuture<List<String>> inline = start(account, "ListRolePolicies",
				() -> iam.listRolePoliciesPaginator((request) -> request.roleName(RoleNames.ROLE))
					.stream()
					.flatMap((page) -> there(page.hasPolicyNames() ? page.policyNames() : null).stream())
					.toList());
		CompletableFuture<ManagedPolicy> policy = policy(account, iam);
		if (value(id, failures) == null) {
			return new RoleReading(RoleState.UNKNOWN, null, failures, at);
		}
		Role found = value(role, failures);
		if (found == null) {
			return (failures.getFirst() instanceof AwsFailure.NotFound)
					? new RoleReading(RoleState.ABSENT, null, List.of(), at)
					: new RoleReading(RoleState.UNKNOWN, null, failures, at);
		}
		ServiceLinkedRole read = role(found, value(attached, failures), value(inline, failures),
				value(policy, failures));
		return new RoleReading(RoleState.PRESENT, read, failures, at);
	}

	private CompletableFuture<ManagedPolicy> policy(AccountAlias account, IamClient iam) {
		return start(account, "GetPolicy",
				() -> there(iam.getPolicy((request) -> request.policyArn(RoleNames.POLICY_ARN)).policy()))
			.thenCompose(
					(policy) -> start(account, "GetPolicyVersion",
							() -> there(iam.getPolicyVersion(
									(request) -> request.policyArn(policy.arn()).versionId(policy.defaultVersionId()))
								.policyVersion()))
						.thenApply(
								(version) -> new ManagedPolicy(policy.arn(), version.versionId(), policy.createDate(),
										version.createDate(), policy.isAttachable(), decoded(version.document()))));
	}

	/**
	 * Reads the role's description.
	 * @return the description, empty if it has none
	 * @throws AwsFailedException if the role is not there, or IAM could not be asked
	 */
	String description(AccountAlias account) {
		IamClient iam = this.clients.iam(account);
		return call(account, "GetRole", () -> Objects.requireNonNullElse(
				there(iam.getRole((request) -> request.roleName(RoleNames.ROLE)).role()).description(), ""));
	}

	/**
	 * Creates the role.
	 * @return IAM's request id
	 * @throws AwsFailedException if IAM refused
	 */
	String create(AccountAlias account) {
		this.identity.verify(account);
		IamClient iam = this.clients.iam(account);
		return call(account, "CreateServiceLinkedRole",
				() -> iam.createServiceLinkedRole((request) -> request.awsServiceName(RoleNames.PRINCIPAL))
					.responseMetadata()
					.requestId());
	}

	/**
	 * Sets the description with {@code UpdateRoleDescription}, the action that IAM's user
	 * guide grants for service-linked roles.
	 * @return IAM's request id
	 * @throws AwsFailedException if IAM refused
	 */
	String describe(AccountAlias account, String description) {
		this.identity.verify(account);
		IamClient iam = this.clients.iam(account);
		return call(account, "UpdateRoleDescription",
				() -> iam.updateRoleDescription((request) -> request.roleName(RoleNames.ROLE).description(description))
					.responseMetadata()
					.requestId());
	}

	private <T> T call(AccountAlias account, String operation, Supplier<T> call) {
		return this.calls.call(new AwsCalls.Target(account, HOME, "iam", operation), new CallMeter(), call);
	}

	/**
	 * The SDK takes any XML for an answer, even a web page that something in between
	 * sent; of such an answer every part is missing.
	 */
	private static <T> T there(@Nullable T part) {
		return Objects.requireNonNull(part, "An answer without its content is not IAM's");
	}

	private <T> CompletableFuture<T> start(AccountAlias account, String operation, Supplier<T> call) {
		return CompletableFuture.supplyAsync(() -> call(account, operation, call), this.executor);
	}

	private static <T> @Nullable T value(CompletableFuture<T> future, List<AwsFailure> failures) {
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			if (!(ex.getCause() instanceof AwsFailedException failed)) {
				throw ex;
			}
			failures.add(failed.failure());
			return null;
		}
	}

	private static ServiceLinkedRole role(Role role, @Nullable List<String> attached, @Nullable List<String> inline,
			@Nullable ManagedPolicy policy) {
		Map<String, String> tags = new LinkedHashMap<>();
		role.tags().forEach((tag) -> tags.put(tag.key(), tag.value()));
		LastUse lastUse = (role.roleLastUsed() != null && role.roleLastUsed().lastUsedDate() != null)
				? new LastUse(role.roleLastUsed().lastUsedDate(), role.roleLastUsed().region()) : null;
		return new ServiceLinkedRole(role.arn(), role.roleId(), role.path(), role.createDate(), role.description(),
				Objects.requireNonNullElse(role.maxSessionDuration(), DEFAULT_SESSION_SECONDS), lastUse,
				decoded(role.assumeRolePolicyDocument()), tags, attached, inline, policy);
	}

	/**
	 * IAM percent-encodes documents as RFC 3986 has it, where a plus sign is itself;
	 * emulators may leave them plain.
	 */
	private static String decoded(String document) {
		return document.stripLeading().startsWith("{") ? document
				: URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	@PreDestroy
	void close() {
		this.executor.shutdownNow();
	}

}
