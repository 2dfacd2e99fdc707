package dev.appintegrations.emulator.scenario;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore;
import dev.appintegrations.emulator.appintegrations.Kind;
import dev.appintegrations.emulator.qconnect.QConnectStore;

/**
 * Writes the resources of one region of a scenario, with ids that are the same each time.
 */
final class Sample {

	private final AppIntegrationsStore store;

	private final Holders holders;

	private final String account;

	private final String region;

	private final SampleInstances instances;

	Sample(AppIntegrationsStore store, Holders holders, String account, String region) {
		this.store = store;
		this.holders = holders;
		this.account = account;
		this.region = region;
		this.instances = new SampleInstances(holders.connect(), account, region, this::id);
	}

	/** A data integration that reads an S3 bucket. */
	Added bucket(String name, String description, String bucket) {
		return data(name, description, Map.of("SourceURI", "s3://" + bucket));
	}

	/** A data integration that reads a SaaS application through AppFlow. */
	Added flow(String name, String description, String source, String object, String schedule) {
		return data(name, description, Map.of("SourceURI", source, "ScheduleConfiguration",
				Map.of("ScheduleExpression", schedule, "Object", object, "FirstExecutionFrom", "1764547200000")));
	}

	/** A data integration that exports Customer Profiles to S3. */
	Added export(String name, String description, String domain) {
		return data(name, description, Map.of("SourceURI", "AmazonConnect://AppIntegrations", "ObjectConfiguration",
				Map.of("CustomerProfiles", Map.of("domainName", List.of(domain), "objectType", List.of("_profile")))));
	}

	private Added data(String name, String description, Map<String, Object> source) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("Name", name);
		members.put("Description", description);
		members.put("KmsKey", "arn:aws:kms:" + this.region + ":" + this.account + ":key/" + id("key", "connect"));
		members.putAll(source);
		members.put("Tags", Map.of("team", "contact-centre"));
		return add(Kind.DATA_INTEGRATION, id("data", name), members);
	}

	/** An event integration. */
	Added events(String name, String description, String source, String bus) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("Name", name);
		members.put("Description", description);
		members.put("EventFilter", Map.of("Source", source));
		members.put("EventBridgeBus", bus);
		members.put("Tags", Map.of("team", "contact-centre"));
		return add(Kind.EVENT_INTEGRATION, name, members);
	}

	/** A third-party application. */
	Added application(String name, String namespace, String description, String url) {
		return application(name, namespace, description, url, Map.of("ApplicationType", "STANDARD"));
	}

	/** A server of tools for AI agents. */
	Added toolServer(String name, String namespace, String description, String url) {
		return application(name, namespace, description, url, Map.of("ApplicationType", "MCP_SERVER"));
	}

	/** An AI agent elsewhere; the SDK for Java 2.40.2 does not know the type. */
	Added agentServer(String name, String namespace, String description, String url) {
		return application(name, namespace, description, url,
				Map.of("ApplicationType", "A2A_SERVER", "AuthConfig", Map.of("AuthType", "CONNECT_JWT")));
	}

	/** A security profile of the first Amazon Connect instance. */
	void securityProfile(String name, String... namespaces) {
		this.instances.grant(alias(1), name, namespaces);
	}

	private String alias(int number) {
		return "contact-centre-" + this.region + ((number > 1) ? "-" + number : "");
	}

	private Added application(String name, String namespace, String description, String url, Map<String, Object> type) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("Name", name);
		members.put("Namespace", namespace);
		members.put("Description", description);
		members.put("ApplicationSourceConfig", Map.of("ExternalUrlConfig",
				Map.of("AccessUrl", url, "ApprovedOrigins", List.of("https://agents.example.com"))));
		members.put("Permissions", List.of("Contact.Details.View", "User.Details.View"));
		members.put("IsService", false);
		members.put("InitializationTimeout", 5000);
		members.put("LastModifiedRegion", this.region);
		members.putAll(type);
		return add(Kind.APPLICATION, id("application", namespace), members);
	}

	private Added add(Kind kind, String id, Map<String, Object> members) {
		return new Added(this.store.add(this.account, this.region, kind, id, members),
				String.valueOf(members.get("Name")));
	}

	private String id(String kind, String name) {
		String seed = String.join("|", this.account, this.region, kind, name);
		return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
	}

	/**
	 * A resource that can be given associations.
	 */
	final class Added {

		private final String arn;

		private final String name;

		private int associations;

		private int instances;

		private Added(String arn, String name) {
			this.arn = arn;
			this.name = name;
		}

		/** Amazon Connect holds it, each time by another instance. */
		Added heldByConnect() {
			hold();
			return this;
		}

		/** Amazon Connect holds it to evaluate rules. */
		Added evaluatedByConnect() {
			Sample.this.instances.evaluateRules(hold());
			return this;
		}

		/** An Amazon Connect instance held it that is gone. */
		Added leftBehindByConnect() {
			Sample.this.instances.associate("closed-site", type(), this.arn);
			Sample.this.instances.remove("closed-site");
			return this;
		}

		private SampleInstances.Holding hold() {
			this.instances++;
			return Sample.this.instances.associate(alias(this.instances), type(), this.arn);
		}

		private String type() {
			return this.arn.contains(":event-integration/") ? "EVENT" : "APPLICATION";
		}

		/** Customer Profiles listens. */
		Added heldByCustomerProfiles(String domain) {
			return heldByCustomerProfiles(domain, false);
		}

		/** Customer Profiles listens, by an integration that it hides. */
		Added heldByHiddenIntegration(String domain) {
			return heldByCustomerProfiles(domain, true);
		}

		private Added heldByCustomerProfiles(String domain, boolean hidden) {
			Sample.this.holders.profiles()
				.integrate(Sample.this.account, Sample.this.region, domain, this.arn, nextId(), hidden);
			return this;
		}

		/** Amazon Q in Connect reads the documents, for an assistant. */
		Added heldByAssistant() {
			QConnectStore store = Sample.this.holders.assistants();
			String knowledgeBase = store.addKnowledgeBase(Sample.this.account, Sample.this.region,
					id("knowledge-base", this.name), this.name, this.arn, nextId());
			store.addAssistant(Sample.this.account, Sample.this.region, id("assistant", this.name),
					this.name + "-assistant", id("assistant-association", this.name), knowledgeBase);
			Sample.this.instances.associate(alias(1), "WISDOM_KNOWLEDGE_BASE", knowledgeBase);
			return this;
		}

		/** A bulk export that nobody can remove. */
		Added exportsTo(String bucket) {
			Sample.this.store.associate(Sample.this.account, Sample.this.region, this.arn, nextId(),
					Map.of("ClientId", "connect.amazonaws.com", "DestinationURI", "s3://" + bucket,
							"LastExecutionStatus",
							Map.of("ExecutionStatus", "FAILED", "StatusMessage", "The bucket policy denies access"),
							"ExecutionConfiguration", Map.of("ExecutionMode", "ON_DEMAND", "OnDemandConfiguration",
									Map.of("StartTime", "1761955200000", "EndTime", "1764547200000"))));
			return this;
		}

		private String nextId() {
			this.associations++;
			return id("association-" + this.associations, this.arn);
		}

	}

}
