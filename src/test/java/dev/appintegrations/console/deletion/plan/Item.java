package dev.appintegrations.console.deletion.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.appintegrations.console.inventory.Association;
import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.Holder.AssistantAssociation;
import dev.appintegrations.console.inventory.Holder.ConnectAssociation;
import dev.appintegrations.console.inventory.Holder.SecurityProfileGrant;
import dev.appintegrations.console.inventory.Holder.UseCase;
import dev.appintegrations.console.inventory.Holding;
import dev.appintegrations.console.inventory.Holdings;
import dev.appintegrations.console.inventory.IntegrationDetails;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * An integration or application to plan with, and who holds it.
 */
final class Item {

	static final String ACCOUNT = "111122223333";

	private final Kind kind;

	private final String name;

	private String region = "eu-west-2";

	private String description = "Words";

	private @Nullable String lastExecution;

	private Instant readAt = Instant.parse("2026-11-24T10:00:00Z");

	private boolean associationsRead = true;

	private final Map<String, String> tags = new TreeMap<>();

	private final List<Holding> holdings = new ArrayList<>();

	private final List<Holder> holders = new ArrayList<>();

	private Item(Kind kind, String name) {
		this.kind = kind;
		this.name = name;
	}

	static Item data(String name) {
		return new Item(Kind.DATA_INTEGRATION, name);
	}

	static Item events(String name) {
		return new Item(Kind.EVENT_INTEGRATION, name);
	}

	static Item application(String name) {
		return new Item(Kind.APPLICATION, name);
	}

	Item in(String region) {
		this.region = region;
		return this;
	}

	Item described(String description) {
		this.description = description;
		return this;
	}

	Item tagged(String key, String value) {
		this.tags.put(key, value);
		return this;
	}

	Item readAt(Instant at) {
		this.readAt = at;
		return this;
	}

	Item lastRun(String status) {
		this.lastExecution = status;
		return this;
	}

	Item withUnreadAssociations() {
		this.associationsRead = false;
		return this;
	}

	Item heldBy(Holder holder) {
		this.holders.add(holder);
		return associated(new Holding.Held(holder));
	}

	/** As many associations as holders, and nothing tells which is whose. */
	Item heldByOneOf(Holder... holders) {
		this.holders.addAll(List.of(holders));
		for (int i = 0; i < holders.length; i++) {
			associated(new Holding.Ambiguous(List.of(holders)));
		}
		return this;
	}

	Item associated(Holding holding) {
		this.holdings.add(holding);
		return this;
	}

	String arn() {
		return "arn:aws:app-integrations:" + this.region + ":" + ACCOUNT + ":" + type() + "/" + id();
	}

	/** ARN of an association, from 1. */
	String association(int number) {
		return "arn:aws:app-integrations:" + this.region + ":" + ACCOUNT + ":" + type() + "-association/" + id() + "/a"
				+ number;
	}

	private String id() {
		return (this.kind == Kind.EVENT_INTEGRATION) ? this.name : "id-" + this.name;
	}

	private String type() {
		return this.kind.resourceType();
	}

	World.Item build() {
		List<Association> associations = new ArrayList<>();
		Map<Arn, Holding> byAssociation = new LinkedHashMap<>();
		for (int i = 0; i < this.holdings.size(); i++) {
			Arn arn = Arn.parse(association(i + 1));
			associations.add(new Association(arn, "connect.amazonaws.com", null, null, null, this.lastExecution, null,
					Map.of()));
			byAssociation.put(arn, this.holdings.get(i));
		}
		return new World.Item(
				new IntegrationDetails(new Region(this.region), this.kind, Arn.parse(arn()), id(), this.name,
						this.description, Map.of("SourceURI", "s3://bucket"), Map.copyOf(this.tags), null, null,
						this.associationsRead ? associations : null, List.of(), this.readAt),
				new Holdings(byAssociation, this.holders, List.of()));
	}

	/** An association of an instance, of this id, with these use cases. */
	static ConnectAssociation connect(String id, String... useCases) {
		return connect(id, List.of(useCases), List.of());
	}

	/** An association of an instance whose profiles grant the application. */
	static ConnectAssociation granted(String id, String... profiles) {
		return connect(id, List.of(), List.of(profiles));
	}

	private static ConnectAssociation connect(String id, List<String> useCases, List<String> profiles) {
		String instance = "arn:aws:connect:eu-west-2:" + ACCOUNT + ":instance/i-" + id;
		return new ConnectAssociation(instance, "i-" + id, "centre-" + id, id,
				instance + "/integration-association/" + id, "EVENT",
				useCases.stream().map((each) -> new UseCase(each, useCase(id, each), "RULES_EVALUATION")).toList(),
				profiles.stream()
					.map((each) -> new SecurityProfileGrant(each, instance + "/security-profile/" + each, each,
							"example.desk", List.of("ACCESS")))
					.toList(),
				Map.of("SourceType", "CASES"));
	}

	static String useCase(String association, String id) {
		return "arn:aws:connect:eu-west-2:" + ACCOUNT + ":instance/i-" + association + "/use-case/" + id;
	}

	static String grant(String association, String profile) {
		return "arn:aws:connect:eu-west-2:" + ACCOUNT + ":instance/i-" + association + "/security-profile/" + profile
				+ " example.desk";
	}

	/** A knowledge base that an assistant and an instance use. */
	static Holder.KnowledgeBase knowledgeBase(String id) {
		return new Holder.KnowledgeBase(id, "arn:aws:wisdom:eu-west-2:" + ACCOUNT + ":knowledge-base/" + id, id,
				"ACTIVE",
				List.of(new AssistantAssociation("as", "helper", "aa",
						"arn:aws:wisdom:eu-west-2:" + ACCOUNT + ":association/as/aa")),
				List.of(connect("wisdom")), Map.of("name", id, "knowledgeBaseType", "EXTERNAL"));
	}

	static Holder.ProfilesIntegration domain(String name, Item item) {
		return new Holder.ProfilesIntegration(name, Arn.parse(item.arn()), Map.of("ObjectTypeNames", Map.of("a", "b")));
	}

}
