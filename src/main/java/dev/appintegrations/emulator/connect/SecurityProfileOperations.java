package dev.appintegrations.emulator.connect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.appintegrations.emulator.connect.ConnectStore.RegionState;
import dev.appintegrations.emulator.model.Call;
import dev.appintegrations.emulator.model.Pages;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;

import org.springframework.stereotype.Component;

/**
 * Operations about security profiles. An update replaces each list that it has, and
 * leaves the others as they are (the latter unverified). Applications are granted by
 * namespace, whether or not they are there.
 */
@Component
class SecurityProfileOperations {

	private final ConnectStore store;

	private final Conditions conditions;

	private final Pages pages = ConnectService.pages(100);

	SecurityProfileOperations(ConnectStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	/** The applications that a profile grants. */
	@SuppressWarnings("unchecked")
	static List<Map<String, Object>> applications(Entity profile) {
		return (List<Map<String, Object>>) profile.members().getOrDefault("Applications", List.of());
	}

	Map<String, Object> create(Call call) {
		checkPermissions(call);
		return this.store.in(call.account(), call.region(), (state) -> {
			String name = call.text("SecurityProfileName");
			if (state.instances()
				.existing(Kind.INSTANCE, call.text("InstanceId"))
				.children()
				.existing(Kind.SECURITY_PROFILE)
				.anyMatch((each) -> each.has("SecurityProfileName", name))) {
				throw new AwsError(409, "DuplicateResourceException",
						"A security profile with the name " + name + " already exists");
			}
			String id = UUID.randomUUID().toString();
			return Map.of("SecurityProfileId", id, "SecurityProfileArn", this.store.addSecurityProfile(call.account(),
					call.region(), call.text("InstanceId"), id, withoutIds(call)));
		});
	}

	Map<String, Object> update(Call call) {
		checkPermissions(call);
		return this.store.in(call.account(), call.region(), (state) -> {
			state.instances()
				.existing(Kind.INSTANCE, call.text("InstanceId"))
				.children()
				.existing(Kind.SECURITY_PROFILE, call.text("SecurityProfileId"))
				.change(withoutIds(call), this.conditions.now(call.account()));
			return Map.of();
		});
	}

	Map<String, Object> describe(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Entity profile = profile(state, call);
			Map<String, Object> answer = Answers.securityProfile(profile, call.region());
			answer.put("OrganizationResourceId", call.text("InstanceId"));
			Answers.copy(profile, answer, "SecurityProfileName", "Description", "Tags", "AllowedAccessControlTags",
					"TagRestrictedResources", "HierarchyRestrictedResources", "AllowedAccessControlHierarchyGroupId",
					"GranularAccessControlConfiguration");
			return Map.of("SecurityProfile", answer);
		});
	}

	Map<String, Object> list(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Instant now = this.conditions.now(call.account());
			List<Entity> all = state.instances()
				.visible(Kind.INSTANCE, call.text("InstanceId"), now)
				.children()
				.visible(Kind.SECURITY_PROFILE, now)
				.toList();
			return this.pages.page(call, "SecurityProfileSummaryList", all, Entity::sequence, (each) -> {
				Map<String, Object> summary = Answers.securityProfile(each, call.region());
				summary.put("Name", String.valueOf(each.members().get("SecurityProfileName")));
				return summary;
			});
		});
	}

	Map<String, Object> listApplications(Call call) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Entity profile = profile(state, call);
			List<Map<String, Object>> applications = applications(profile);
			List<Integer> positions = IntStream.rangeClosed(1, applications.size()).boxed().toList();
			Map<String, Object> answer = this.pages.page(call, "Applications", positions, Integer::longValue,
					(position) -> applications.get(position - 1));
			Answers.modified(profile, answer, call.region());
			return answer;
		});
	}

	private Entity profile(RegionState state, Call call) {
		Instant now = this.conditions.now(call.account());
		return state.instances()
			.visible(Kind.INSTANCE, call.text("InstanceId"), now)
			.children()
			.visible(Kind.SECURITY_PROFILE, call.text("SecurityProfileId"), now);
	}

	/** Third-party applications know one permission (documented with Application). */
	private static void checkPermissions(Call call) {
		for (Object each : (List<?>) call.input().getOrDefault("Applications", List.of())) {
			Map<?, ?> application = (Map<?, ?>) each;
			if (!"MCP".equals(application.get("Type"))
					&& application.get("ApplicationPermissions") instanceof List<?> permissions
					&& !permissions.stream().allMatch("ACCESS"::equals)) {
				throw new AwsError(400, "InvalidParameterException",
						"ACCESS is the only permission of third-party applications");
			}
		}
	}

	private static Map<String, Object> withoutIds(Call call) {
		Map<String, Object> members = new LinkedHashMap<>(call.input());
		members.remove("InstanceId");
		members.remove("SecurityProfileId");
		return members;
	}

}
