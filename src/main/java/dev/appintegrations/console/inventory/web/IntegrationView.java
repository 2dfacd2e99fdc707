package dev.appintegrations.console.inventory.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.Holding;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.HoldingState;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.ItemActions;
import dev.appintegrations.console.inventory.ItemKey;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.inventory.RegionScan;
import dev.appintegrations.console.inventory.SeenHolding;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

/**
 * One integration or application.
 */
record IntegrationView(String name, String kind, String region, String arn, @Nullable String description,
		List<Pair> pairs, Map<String, String> tags, @Nullable List<AssociationRow> associations,
		ItemActions.@Nullable Offer offer, boolean choosing, List<RegionScan.ScanFailure> failures, String note,
		Moment readAt, String json, String cli, String curl) {

	/** AWS's words for people, where its member names are not such words. */
	private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("KmsKey", "KMS key"),
			Map.entry("SourceURI", "Source URI"), Map.entry("ScheduleConfiguration › ScheduleExpression", "Schedule"),
			Map.entry("ScheduleConfiguration › Object", "Object"),
			Map.entry("ScheduleConfiguration › FirstExecutionFrom", "Data from"),
			Map.entry("FileConfiguration › Folders", "Folders"), Map.entry("EventBridgeBus", "Event bus"),
			Map.entry("EventFilter › Source", "Event filter source"),
			Map.entry("ApplicationSourceConfig › ExternalUrlConfig › AccessUrl", "Access URL"),
			Map.entry("ApplicationSourceConfig › ExternalUrlConfig › ApprovedOrigins", "Approved origins"),
			Map.entry("InitializationTimeout", "Initialization timeout"),
			Map.entry("ApplicationConfig › ContactHandling › Scope", "Contact scope"),
			Map.entry("IframeConfig › Allow", "Iframe allows"), Map.entry("IframeConfig › Sandbox", "Iframe sandbox"),
			Map.entry("ApplicationType", "Type"));

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	static IntegrationView of(Account account, IntegrationDetails item, String user, String origin, Instant now,
			Holdings holdings, ItemActions.@Nullable Offer offer) {
		List<Pair> pairs = new ArrayList<>();
		if (item.id() != null) {
			pairs.add(new Pair("Id", item.id(), true));
		}
		item.fields().forEach((name, value) -> flatten(pairs, name, value));
		if (item.createdAt() != null) {
			pairs.add(new Pair("Created", Moment.of(item.createdAt(), now).text(), false));
		}
		if (item.lastModifiedAt() != null) {
			pairs.add(new Pair("Last modified", Moment.of(item.lastModifiedAt(), now).text(), false));
		}
		List<Association> associations = item.associations();
		return new IntegrationView(item.name(), item.kind().label(), item.region().code(), item.arn().toString(),
				item.description(), pairs, new TreeMap<>(item.tags()),
				(associations != null) ? associations.stream()
					.map((association) -> row(association, holdings.of(association.arn()), offer))
					.toList() : null,
				offer, choosing(item, offer), item.failures(), note(item.kind()), Moment.of(item.readAt(), now),
				json(item), cli(item), "curl --user " + quoted(user) + " " + quoted(origin + "/api/v1/accounts/"
						+ account.alias() + "/integrations/" + item.region() + "/" + ItemKey.of(item.arn()).encoded()));
	}

	/** What AWS does not tell of a kind, so that nobody looks for it. */
	private static String note(Kind kind) {
		return switch (kind) {
			case DATA_INTEGRATION -> "AWS gives no creation date for this kind.";
			case EVENT_INTEGRATION ->
				"AWS gives neither an id nor a creation date for this kind: an identical replacement can't be told apart.";
			case APPLICATION -> "";
		};
	}

	private static void flatten(List<Pair> pairs, String name, Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, each) -> flatten(pairs, name + " › " + key, each));
		}
		else {
			String text = text(value);
			pairs.add(new Pair(LABELS.getOrDefault(name, name), text, text.startsWith("arn:") || text.contains("://")));
		}
	}

	private static String text(Object value) {
		return switch (value) {
			case List<?> list -> list.stream().map(IntegrationView::text).collect(Collectors.joining(", "));
			case Map<?, ?> map -> map.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + ": " + text(entry.getValue()))
				.collect(Collectors.joining("; ", "(", ")"));
			default -> String.valueOf(value);
		};
	}

	/** The Connect console deletes a selected association of a data integration. */
	private static boolean choosing(IntegrationDetails item, ItemActions.@Nullable Offer offer) {
		return item.kind() == Kind.DATA_INTEGRATION && offer != null
				&& offer.associations().values().stream().anyMatch(ItemActions.Gesture::possible);
	}

	private static AssociationRow row(Association association, Holding holding, ItemActions.@Nullable Offer offer) {
		List<Pair> more = new ArrayList<>();
		add(more, "Rule", association.eventBridgeRule());
		add(more, "Destination", association.destinationUri());
		add(more, "Runs", association.executionMode());
		add(more, "Last run", association.lastExecution());
		add(more, "Message", association.lastExecutionMessage());
		new TreeMap<>(association.metadata()).forEach((key, value) -> add(more, key, value));
		SeenHolding seen = SeenHolding.of(holding);
		return new AssociationRow(association.arn().toString(), IntegrationsView.client(association),
				(association.clientId() != null) ? association.clientId() : "", more, tone(seen.state()),
				(seen.state() == HoldingState.HELD) ? seen.words()
						: StringUtils.capitalize(seen.state().words()) + ". " + seen.words(),
				HolderRow.of(holding), (offer != null) ? offer.associations().get(association.arn()) : null);
	}

	private static String tone(HoldingState state) {
		return switch (state) {
			case HELD, AMBIGUOUS -> "info";
			case UNKNOWN, ORPHANED -> "warning";
			case UNDELETABLE -> "bad";
		};
	}

	private static void add(List<Pair> pairs, String label, @Nullable String value) {
		if (value != null) {
			pairs.add(new Pair(label, value, false));
		}
	}

	private static String json(IntegrationDetails item) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put((item.kind() == Kind.EVENT_INTEGRATION) ? "EventIntegrationArn" : "Arn", item.arn().toString());
		if (item.id() != null) {
			json.put("Id", item.id());
		}
		json.put("Name", item.name());
		if (item.description() != null) {
			json.put("Description", item.description());
		}
		json.putAll(item.fields());
		if (item.createdAt() != null) {
			json.put("CreatedTime", item.createdAt().toString());
		}
		if (item.lastModifiedAt() != null) {
			json.put("LastModifiedTime", item.lastModifiedAt().toString());
		}
		json.put("Tags", new TreeMap<>(item.tags()));
		return JSON.writeValueAsString(json);
	}

	private static String cli(IntegrationDetails item) {
		String id = ItemKey.of(item.arn()).id();
		return switch (item.kind()) {
			case DATA_INTEGRATION -> command(item, "get-data-integration", "identifier", id) + "\n"
					+ command(item, "list-data-integration-associations", "data-integration-identifier", id);
			case EVENT_INTEGRATION -> command(item, "get-event-integration", "name", item.name()) + "\n"
					+ command(item, "list-event-integration-associations", "event-integration-name", item.name());
			case APPLICATION -> command(item, "get-application", "arn", item.arn().toString()) + "\n"
					+ command(item, "list-application-associations", "application-id", id);
		};
	}

	/** A value that looks like an option must stand behind an equals sign. */
	private static String command(IntegrationDetails item, String command, String option, String value) {
		return "aws appintegrations " + command + " --" + option + (value.startsWith("-") ? "=" : " ") + quoted(value)
				+ " --region " + item.region();
	}

	/** A word as a shell takes it literally. */
	static String quoted(String word) {
		return word.matches("[\\w@%+=:,./][\\w@%+=:,./-]*") ? word : "'" + word.replace("'", "'\\''") + "'";
	}

	/**
	 * A label and its value.
	 *
	 * @param label AWS's name
	 * @param value what it is
	 * @param copied whether people want to copy it
	 */
	record Pair(String label, String value, boolean copied) {

	}

	/**
	 * An association.
	 *
	 * @param arn its ARN
	 * @param holder who says to hold it
	 * @param clientId in AWS's words
	 * @param more what else is known
	 * @param tone of who holds it
	 * @param words who holds it, or why that is not known
	 * @param holders the holders that were found
	 * @param gesture what may be done with it, or {@code null} if the reader may do
	 * nothing
	 */
	record AssociationRow(String arn, String holder, String clientId, List<Pair> more, String tone, String words,
			List<HolderRow> holders, ItemActions.@Nullable Gesture gesture) {

	}

	/**
	 * A holder.
	 *
	 * @param name its name
	 * @param under what hangs on it
	 * @param href its own console, or {@code null} if none is documented
	 */
	record HolderRow(String name, List<String> under, @Nullable String href) {

		/** What AWS allows (CreateInstance), so that no answer can lead elsewhere. */
		private static final String ALIAS = "[\\da-zA-Z]+(-*[\\da-zA-Z])*";

		static List<HolderRow> of(Holding holding) {
			List<Holder> found = switch (holding) {
				case Holding.Held held -> List.of(held.holder());
				case Holding.Ambiguous ambiguous -> ambiguous.holders();
				case Holding.Unknown unknown -> unknown.found();
				case Holding.Undeletable undeletable -> List.of();
				case Holding.Orphaned orphaned -> List.of();
			};
			return found.stream()
				.map((each) -> new HolderRow(SeenHolding.name(each), SeenHolding.under(each), href(each)))
				.toList();
		}

		/** Amazon Connect gives each instance an address of its own by its alias. */
		private static @Nullable String href(Holder holder) {
			return (holder instanceof Holder.ConnectAssociation connect && connect.instanceAlias() != null
					&& connect.instanceAlias().matches(ALIAS))
							? "https://" + connect.instanceAlias() + ".my.connect.aws/" : null;
		}

	}

}
