package dev.appintegrations.console.deletion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import dev.appintegrations.console.deletion.Schedule.Target;
import dev.appintegrations.console.kernel.Arn;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.connect.model.Application;
import software.amazon.awssdk.services.connect.model.IntegrationType;
import software.amazon.awssdk.services.connect.model.UseCaseType;

/**
 * What somebody else may do while a deletion runs.
 */
enum WorldChange {

	/** Other words for an event integration. */
	DESCRIBE_EVENTS(Target.EVENT_INTEGRATION, Target.PROFILES_INTEGRATION),

	/** Other words for a data integration. */
	DESCRIBE_DATA(Target.DATA_INTEGRATION, Target.UNUSED),

	/** Other words for an application. */
	DESCRIBE_APPLICATION(Target.APPLICATION, Target.ORPHAN_BY_FORCE),

	/** An event integration goes, and another one of its name comes. */
	REPLACE_EVENTS(Target.UNUSED),

	/** A data integration goes, and another one of its name comes. */
	REPLACE_DATA(Target.UNUSED),

	/** What nobody holds is deleted. */
	DELETE_UNUSED(Target.UNUSED),

	/** A use case is deleted. */
	DELETE_USE_CASE(Target.EVENT_INTEGRATION, Target.EVENT_INTEGRATION_ASSOCIATION),

	/** A use case comes. */
	ADD_USE_CASE(Target.EVENT_INTEGRATION, Target.EVENT_INTEGRATION_ASSOCIATION),

	/** An instance associates itself with an event integration. */
	ASSOCIATE_EVENTS(Target.UNUSED, Target.PROFILES_INTEGRATION),

	/** An instance associates itself with an application. */
	ASSOCIATE_APPLICATION(Target.ORPHAN_BY_FORCE, Target.APPLICATION),

	/** A security profile grants something else too. */
	GRANT_ANOTHER(Target.APPLICATION, Target.APPLICATION_ASSOCIATION),

	/** A security profile no longer grants the application. */
	REVOKE(Target.APPLICATION, Target.APPLICATION_ASSOCIATION),

	/** An assistant lets go of a knowledge base. */
	DELETE_ASSISTANT_ASSOCIATION(Target.DATA_INTEGRATION),

	/** Something is created that the plan could not know. */
	CREATE_EVENTS(Target.EVERYTHING, Target.ROLE),

	/** The role goes and comes. */
	RECREATE_ROLE(Target.ROLE);

	private final List<Target> telling;

	WorldChange(Target... telling) {
		this.telling = List.of(telling);
	}

	/** What a deletion may be of for the change to matter to it. */
	List<Target> telling() {
		return this.telling;
	}

	/**
	 * Changes the world, if it is such that it can be changed so.
	 * @param world the account
	 * @param things what there was when the deletion was confirmed; changed along
	 * @param concerned what the deletion is about; that is changed rather than other
	 * things
	 * @param pass lets time pass until reads show all that was written
	 * @return whether anything has changed
	 */
	boolean apply(EmulatedWorld world, Map<String, String> things, Set<String> concerned, Runnable pass) {
		pass.run();
		Map<String, String> now = new TreeMap<>(Comparator.comparing((String key) -> !concerned.contains(key))
			.thenComparing(Comparator.naturalOrder()));
		now.putAll(world.look());
		try {
			boolean done = switch (this) {
				case DESCRIBE_EVENTS -> items(now, "event-integration").stream().findFirst().map((arn) -> {
					world.integrations(arn.region())
						.updateEventIntegration((request) -> request.name(arn.resourceId()).description(words()));
					return true;
				}).orElse(false);
				case DESCRIBE_DATA -> items(now, "data-integration").stream().findFirst().map((arn) -> {
					world.integrations(arn.region())
						.updateDataIntegration((request) -> request.identifier(arn.resourceId()).description(words()));
					return true;
				}).orElse(false);
				case DESCRIBE_APPLICATION -> items(now, "application").stream().findFirst().map((arn) -> {
					world.integrations(arn.region())
						.updateApplication((request) -> request.arn(arn.toString()).description(words()));
					return true;
				}).orElse(false);
				case REPLACE_EVENTS -> replaceEvents(world, now);
				case REPLACE_DATA -> replaceData(world, now);
				case DELETE_UNUSED -> deleteUnused(world, now);
				case DELETE_USE_CASE -> useCases(world, true);
				case ADD_USE_CASE -> useCases(world, false);
				case ASSOCIATE_EVENTS -> associate(world, now, "event-integration", IntegrationType.EVENT);
				case ASSOCIATE_APPLICATION -> associate(world, now, "application", IntegrationType.APPLICATION);
				case GRANT_ANOTHER -> grants(world, true);
				case REVOKE -> grants(world, false);
				case DELETE_ASSISTANT_ASSOCIATION -> assistants(world);
				case CREATE_EVENTS -> createEvents(world, "eu-west-2", "new-" + UUID.randomUUID());
				case RECREATE_ROLE -> recreateRole(world, now);
			};
			pass.run();
			follow(now, world.look(), things);
			return done;
		}
		catch (SdkException ex) {
			pass.run();
			follow(now, world.look(), things);
			return false;
		}
	}

	/** What has changed now is not the deletion's doing. */
	private static void follow(Map<String, String> before, Map<String, String> after, Map<String, String> things) {
		before.forEach((key, content) -> {
			if (!content.equals(after.get(key))) {
				things.remove(key);
			}
		});
		after.forEach((key, content) -> {
			if (!content.equals(before.get(key))) {
				things.put(key, content);
			}
		});
	}

	private static String words() {
		return "Since " + UUID.randomUUID();
	}

	private static List<Arn> items(Map<String, String> things, String type) {
		return things.keySet()
			.stream()
			.filter((key) -> key.startsWith("arn:aws:app-integrations:") && key.contains(":" + type + "/"))
			.map(Arn::parse)
			.toList();
	}

	private static List<String> free(Map<String, String> things, String type) {
		return items(things, type).stream()
			.filter((arn) -> things.keySet()
				.stream()
				.noneMatch((key) -> key.contains(":" + type + "-association/" + arn.resourceId() + "/")))
			.map(Arn::toString)
			.toList();
	}

	private static boolean replaceEvents(EmulatedWorld world, Map<String, String> now) {
		return free(now, "event-integration").stream().findFirst().map((key) -> {
			Arn arn = Arn.parse(key);
			world.integrations(arn.region()).deleteEventIntegration((request) -> request.name(arn.resourceId()));
			return createEvents(world, arn.region(), arn.resourceId());
		}).orElse(false);
	}

	private static boolean createEvents(EmulatedWorld world, String region, String name) {
		world.integrations(region)
			.createEventIntegration((request) -> request.name(name)
				.description(words())
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com/other")));
		return true;
	}

	private static boolean replaceData(EmulatedWorld world, Map<String, String> now) {
		return free(now, "data-integration").stream().findFirst().map((key) -> {
			Arn arn = Arn.parse(key);
			var aws = world.integrations(arn.region());
			var old = aws.getDataIntegration((request) -> request.identifier(arn.resourceId()));
			aws.deleteDataIntegration((request) -> request.dataIntegrationIdentifier(arn.resourceId()));
			aws.createDataIntegration((request) -> request.name(old.name())
				.description(words())
				.kmsKey(old.kmsKey())
				.sourceURI(old.sourceURI()));
			return true;
		}).orElse(false);
	}

	private static boolean deleteUnused(EmulatedWorld world, Map<String, String> now) {
		List<String> free = new ArrayList<>(free(now, "event-integration"));
		free.addAll(free(now, "data-integration"));
		for (String key : free) {
			Arn arn = Arn.parse(key);
			var aws = world.integrations(arn.region());
			if (key.contains(":event-integration/")) {
				aws.deleteEventIntegration((request) -> request.name(arn.resourceId()));
			}
			else {
				aws.deleteDataIntegration((request) -> request.dataIntegrationIdentifier(arn.resourceId()));
			}
		}
		return !free.isEmpty();
	}

	private static boolean useCases(EmulatedWorld world, boolean delete) {
		for (String region : EmulatedWorld.REGIONS) {
			var aws = world.connect(region);
			for (var instance : aws.listInstances((request) -> request.maxResults(10)).instanceSummaryList()) {
				for (var association : aws.listIntegrationAssociations((request) -> request.instanceId(instance.id()))
					.integrationAssociationSummaryList()) {
					String id = association.integrationAssociationId();
					var there = aws
						.listUseCases((request) -> request.instanceId(instance.id()).integrationAssociationId(id))
						.useCaseSummaryList();
					if (delete && !there.isEmpty()) {
						aws.deleteUseCase((request) -> request.instanceId(instance.id())
							.integrationAssociationId(id)
							.useCaseId(there.getFirst().useCaseId()));
						return true;
					}
					if (!delete && association.integrationType() == IntegrationType.EVENT) {
						aws.createUseCase((request) -> request.instanceId(instance.id())
							.integrationAssociationId(id)
							.useCaseType(UseCaseType.CONNECT_CAMPAIGNS));
						return true;
					}
				}
			}
		}
		return false;
	}

	private static boolean associate(EmulatedWorld world, Map<String, String> now, String type,
			IntegrationType integrationType) {
		return items(now, type).stream().findFirst().map((arn) -> {
			var aws = world.connect(arn.region());
			String instance = aws
				.createInstance((request) -> request.instanceAlias("late-" + UUID.randomUUID())
					.identityManagementType("CONNECT_MANAGED")
					.inboundCallsEnabled(true)
					.outboundCallsEnabled(true))
				.id();
			aws.createIntegrationAssociation((request) -> request.instanceId(instance)
				.integrationType(integrationType)
				.integrationArn(arn.toString()));
			return true;
		}).orElse(false);
	}

	private static boolean grants(EmulatedWorld world, boolean another) {
		for (String region : EmulatedWorld.REGIONS) {
			var aws = world.connect(region);
			for (var instance : aws.listInstances((request) -> request.maxResults(10)).instanceSummaryList()) {
				for (var profile : aws.listSecurityProfiles((request) -> request.instanceId(instance.id()))
					.securityProfileSummaryList()) {
					List<Application> grants = new ArrayList<>(aws
						.listSecurityProfileApplications(
								(request) -> request.instanceId(instance.id()).securityProfileId(profile.id()))
						.applications());
					if (another) {
						grants.add(Application.builder()
							.namespace("example.late-" + grants.size())
							.applicationPermissions("ACCESS")
							.build());
					}
					else if (!grants.removeIf((each) -> Terrain.ORDER_DESK.equals(each.namespace()))) {
						continue;
					}
					aws.updateSecurityProfile((request) -> request.instanceId(instance.id())
						.securityProfileId(profile.id())
						.applications(grants));
					return true;
				}
			}
		}
		return false;
	}

	private static boolean assistants(EmulatedWorld world) {
		for (String region : EmulatedWorld.REGIONS) {
			var aws = world.assistants(region);
			for (var assistant : aws.listAssistants((request) -> request.maxResults(50)).assistantSummaries()) {
				var there = aws.listAssistantAssociations((request) -> request.assistantId(assistant.assistantId()))
					.assistantAssociationSummaries();
				if (!there.isEmpty()) {
					aws.deleteAssistantAssociation((request) -> request.assistantId(assistant.assistantId())
						.assistantAssociationId(there.getFirst().assistantAssociationId()));
					return true;
				}
			}
		}
		return false;
	}

	/** IAM takes its time, which passes here at once. */
	private static boolean recreateRole(EmulatedWorld world, Map<String, String> now) {
		if (!items(now, "event-integration").isEmpty() || !items(now, "data-integration").isEmpty()
				|| !items(now, "application").isEmpty() || !now.containsKey(world.role())) {
			return false;
		}
		world.iam().deleteServiceLinkedRole((request) -> request.roleName("AWSServiceRoleForAppIntegrations"));
		world.passTime(60);
		world.iam().createServiceLinkedRole((request) -> request.awsServiceName("app-integrations.amazonaws.com"));
		return true;
	}

}
