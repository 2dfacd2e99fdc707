package dev.appintegrations.emulator.appintegrations;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsService.Call;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.Conditions;
import dev.appintegrations.emulator.wire.PageTokens;

import org.springframework.stereotype.Component;

/**
 * The Get and List operations.
 */
@Component
class Readings {

	/** Size of a page when the caller names none; the model allows 1 to 50. */
	private static final int DEFAULT_PAGE = 50;

	private final AppIntegrationsStore store;

	private final Conditions conditions;

	private final PageTokens tokens = new PageTokens();

	Readings(AppIntegrationsStore store, Conditions conditions) {
		this.store = store;
		this.conditions = conditions;
	}

	Map<String, Object> getDataIntegration(Call call) {
		return get(call, Kind.DATA_INTEGRATION, "Identifier", (resource) -> {
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("Arn", resource.arn());
			answer.put("Id", resource.id());
			answer.putAll(resource.members());
			answer.put("Tags", resource.tags());
			return answer;
		});
	}

	Map<String, Object> getEventIntegration(Call call) {
		return get(call, Kind.EVENT_INTEGRATION, "Name", Readings::eventIntegration);
	}

	Map<String, Object> getApplication(Call call) {
		return get(call, Kind.APPLICATION, "Arn", (resource) -> {
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("Arn", resource.arn());
			answer.put("Id", resource.id());
			answer.putAll(resource.members());
			answer.put("CreatedTime", epochSeconds(resource.createdAt()));
			answer.put("LastModifiedTime", epochSeconds(resource.modifiedAt()));
			answer.put("Tags", resource.tags());
			return answer;
		});
	}

	Map<String, Object> listDataIntegrations(Call call) {
		return list(call, Kind.DATA_INTEGRATION, "DataIntegrations", (resource) -> true, (resource) -> {
			Map<String, Object> summary = new LinkedHashMap<>();
			summary.put("Arn", resource.arn());
			copy(resource.members(), summary, "Name", "SourceURI");
			return summary;
		});
	}

	Map<String, Object> listEventIntegrations(Call call) {
		return list(call, Kind.EVENT_INTEGRATION, "EventIntegrations", (resource) -> true, Readings::eventIntegration);
	}

	Map<String, Object> listApplications(Call call) {
		Object type = call.input().get("ApplicationType");
		return list(call, Kind.APPLICATION, "Applications",
				(resource) -> type == null || type.equals(resource.members().get("ApplicationType")), (resource) -> {
					Map<String, Object> summary = new LinkedHashMap<>();
					summary.put("Arn", resource.arn());
					summary.put("Id", resource.id());
					copy(resource.members(), summary, "Name", "Namespace", "IsService", "ApplicationType",
							"LastModifiedRegion");
					summary.put("CreatedTime", epochSeconds(resource.createdAt()));
					summary.put("LastModifiedTime", epochSeconds(resource.modifiedAt()));
					return summary;
				});
	}

	Map<String, Object> listDataIntegrationAssociations(Call call) {
		return associations(call, Kind.DATA_INTEGRATION, "DataIntegrationIdentifier", "DataIntegrationAssociations",
				(resource, association) -> Map.of("DataIntegrationAssociationArn", association.arn(),
						"DataIntegrationArn", resource.arn()));
	}

	Map<String, Object> listEventIntegrationAssociations(Call call) {
		return associations(call, Kind.EVENT_INTEGRATION, "EventIntegrationName", "EventIntegrationAssociations",
				(resource, association) -> Map.of("EventIntegrationAssociationArn", association.arn(),
						"EventIntegrationAssociationId", association.id(), "EventIntegrationName", resource.name()));
	}

	Map<String, Object> listApplicationAssociations(Call call) {
		return associations(call, Kind.APPLICATION, "ApplicationId", "ApplicationAssociations",
				(resource, association) -> Map.of("ApplicationAssociationArn", association.arn(), "ApplicationArn",
						resource.arn()));
	}

	Map<String, Object> listTagsForResource(Call call) {
		return this.store.in(call.account(), call.region(),
				(state) -> Map.of("tags", Identifiers.tagged(state, call.text("resourceArn")).tags()));
	}

	private static Map<String, Object> eventIntegration(Resource resource) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("EventIntegrationArn", resource.arn());
		answer.putAll(resource.members());
		answer.put("Tags", resource.tags());
		return answer;
	}

	private Map<String, Object> get(Call call, Kind kind, String identifier,
			Function<Resource, Map<String, Object>> answer) {
		return this.store.in(call.account(), call.region(), (state) -> answer
			.apply(Identifiers.visible(state, kind, call.text(identifier), this.conditions.now(call.account()))));
	}

	private Map<String, Object> list(Call call, Kind kind, String result, Function<Resource, Boolean> filter,
			Function<Resource, Map<String, Object>> summary) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Instant now = this.conditions.now(call.account());
			List<Resource> all = state.visible(kind, now).stream().filter(filter::apply).toList();
			return page(call, result, all, Resource::sequence, summary);
		});
	}

	private Map<String, Object> associations(Call call, Kind kind, String identifier, String result,
			java.util.function.BiFunction<Resource, AssociationResource, Map<String, Object>> own) {
		return this.store.in(call.account(), call.region(), (state) -> {
			Instant now = this.conditions.now(call.account());
			Resource resource = Identifiers.visible(state, kind, call.text(identifier), now);
			return page(call, result, resource.associations(now), AssociationResource::sequence, (association) -> {
				Map<String, Object> summary = new LinkedHashMap<>(own.apply(resource, association));
				summary.putAll(association.members());
				return summary;
			});
		});
	}

	private <T> Map<String, Object> page(Call call, String result, List<T> all, ToLongFunction<T> sequence,
			Function<T, Map<String, Object>> summary) {
		String request = request(call);
		long after = call.has("NextToken") ? position(request, call.text("NextToken")) : 0;
		int size = (call.input().get("MaxResults") instanceof Long most) ? most.intValue() : DEFAULT_PAGE;
		List<T> rest = all.stream().filter((each) -> sequence.applyAsLong(each) > after).toList();
		List<Map<String, Object>> items = new ArrayList<>();
		rest.stream().limit(size).forEach((each) -> items.add(summary.apply(each)));
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put(result, items);
		if (rest.size() > size) {
			answer.put("NextToken", this.tokens.issue(request, sequence.applyAsLong(rest.get(size - 1))));
		}
		return answer;
	}

	private long position(String request, String token) {
		try {
			return this.tokens.read(request, token);
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(400, AppIntegrationsService.INVALID, "Invalid nextToken");
		}
	}

	private static String request(Call call) {
		Map<String, Object> parameters = new TreeMap<>(call.input());
		parameters.remove("NextToken");
		parameters.remove("MaxResults");
		return String.join("|", call.operation(), call.account(), call.region(), parameters.toString());
	}

	/** Seconds with milliseconds, as AWS writes them: never as {@code 1.7E9}. */
	private static BigDecimal epochSeconds(Instant instant) {
		return BigDecimal.valueOf(instant.toEpochMilli(), 3);
	}

	private static void copy(Map<String, Object> from, Map<String, Object> to, String... members) {
		for (String member : members) {
			Object value = from.get(member);
			if (value != null) {
				to.put(member, value);
			}
		}
	}

}
