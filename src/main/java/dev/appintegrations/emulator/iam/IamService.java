package dev.appintegrations.emulator.iam;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.appintegrations.emulator.model.RequestReader;
import dev.appintegrations.emulator.model.ServiceFacts;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsQuery;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.EmulatedService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * IAM for the service-linked role. No other role, user or policy exists here.
 */
@Component
class IamService implements EmulatedService {

	private static final String VERSION = "2010-05-08";

	private static final String NAMESPACE = "https://iam.amazonaws.com/doc/" + VERSION + "/";

	private static final String HOME = "us-east-1";

	private final ServiceFacts facts = ServiceFacts.load("iam");

	private final RequestReader reader = RequestReader.ofWholePatterns(this.facts, "ValidationError");

	private final Map<String, Function<Call, String>> operations;

	private final Roles roles;

	private final Grants grants;

	IamService(Roles roles, Grants grants, RoleOperations role, PolicyOperations policies, TagOperations tags) {
		this.roles = roles;
		this.grants = grants;
		this.operations = Map.ofEntries(Map.entry("AttachRolePolicy", policies::attach),
				Map.entry("CreateServiceLinkedRole", role::create), Map.entry("DeleteRole", role::protect),
				Map.entry("DeleteRolePolicy", role::protect), Map.entry("DeleteServiceLinkedRole", role::delete),
				Map.entry("DetachRolePolicy", role::protect), Map.entry("GetPolicy", policies::get),
				Map.entry("GetPolicyVersion", policies::version), Map.entry("GetRole", role::get),
				Map.entry("GetRolePolicy", policies::inline),
				Map.entry("GetServiceLinkedRoleDeletionStatus", role::deletionStatus),
				Map.entry("ListAttachedRolePolicies", policies::attached),
				Map.entry("ListPolicyVersions", policies::versions),
				Map.entry("ListRolePolicies", policies::noneInline), Map.entry("ListRoleTags", tags::list),
				Map.entry("ListRoles", role::list), Map.entry("PutRolePolicy", role::protect),
				Map.entry("SimulatePrincipalPolicy", this.grants::simulate), Map.entry("TagRole", tags::tag),
				Map.entry("UntagRole", tags::untag), Map.entry("UpdateAssumeRolePolicy", role::protect),
				Map.entry("UpdateRole", role::update), Map.entry("UpdateRoleDescription", role::describe));
		if (!this.operations.keySet().equals(this.facts.operations().keySet())) {
			throw new IllegalStateException("The model has other operations than the emulator");
		}
	}

	@Override
	public String signingName() {
		return "iam";
	}

	@Override
	public @Nullable String operation(AwsRequest request) {
		if (!request.segments().equals(List.of("")) || !List.of("GET", "POST").contains(request.method())) {
			return null;
		}
		Map<String, String> parameters = AwsQuery.parameters(request);
		String action = parameters.get("Action");
		return (VERSION.equals(parameters.get("Version")) && action != null && this.operations.containsKey(action))
				? action : null;
	}

	@Override
	public AwsError unknownOperation(AwsRequest request) {
		Map<String, String> parameters = AwsQuery.parameters(request);
		return new AwsError(400, "InvalidAction",
				"Could not find operation %s for version %s".formatted(
						parameters.getOrDefault("Action", "NO_ACTION_SPECIFIED"),
						parameters.getOrDefault("Version", "NO_VERSION_SPECIFIED")));
	}

	/** IAM is global, and its requests are signed for one region. */
	@Override
	public AwsResponse answer(String operation, AwsRequest request) {
		if (!HOME.equals(request.region())) {
			throw new AwsError(403, "SignatureDoesNotMatch", "Credential should be scoped to a valid region.");
		}
		Function<Call, String> act = this.operations.get(operation);
		if (act == null) {
			throw new IllegalArgumentException(operation);
		}
		Call call = new Call(request.account(), this.reader.readQuery(operation, request));
		return AwsQuery.answer(operation, NAMESPACE, act.apply(call), request);
	}

	@Override
	public AwsResponse error(AwsError error, AwsRequest request) {
		return AwsQuery.error(error, NAMESPACE, request);
	}

	@Override
	public AwsError throttled() {
		return new AwsError(400, "Throttling", "Rate exceeded");
	}

	@Override
	public void forget(@Nullable String account) {
		this.roles.forget(account);
		this.grants.forget(account);
	}

	/**
	 * A valid call.
	 *
	 * @param account twelve digits
	 * @param input its members
	 */
	record Call(String account, Map<String, Object> input) {

		String text(String member) {
			return String.valueOf(this.input.get(member));
		}

		@Nullable String optional(String member) {
			return (this.input.get(member) instanceof String text) ? text : null;
		}

		@SuppressWarnings("unchecked")
		<T> List<T> list(String member) {
			return (List<T>) this.input.getOrDefault(member, List.of());
		}

	}

}
