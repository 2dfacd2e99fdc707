package dev.appintegrations.console.deletion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is to be deleted, and everything that happens meanwhile; made from a seed.
 *
 * @param seed makes it again
 * @param target what is to be deleted
 * @param events what happens, in this order
 * @param lags how slow the emulated AWS is
 * @param retries how often what has failed is tried again
 */
record Schedule(long seed, Target target, List<Event> events, Map<String, Integer> lags, int retries) {

	/** Pairs of operation and fault that come up whatever the seed is. */
	private static final List<List<Trouble>> CERTAIN = certain();

	/** How many schedules it takes for every pair to come up. */
	static final int PAIRED = CERTAIN.size();

	/**
	 * A schedule.
	 * @param number the first {@link #PAIRED} meet a pair before anything else, the later
	 * ones a change of the world
	 */
	static Schedule of(long seed, int number) {
		Random random = new Random(seed * 31 + number);
		List<Trouble> certain = (number < PAIRED) ? CERTAIN.get(number) : List.of();
		List<Event> events = new ArrayList<>();
		Target target;
		if (certain.isEmpty()) {
			WorldChange change = WorldChange.values()[number % WorldChange.values().length];
			target = pick(random, change.telling());
			events.add(new Event(random.nextInt(2), null, change, false));
		}
		else {
			target = pick(random, Target.with(certain.getFirst().operation()));
			certain.forEach((trouble) -> events.add(new Event(0, trouble, null, false)));
		}
		int more = random.nextInt(3);
		for (int i = 0; i < more; i++) {
			events.add(event(random, target));
		}
		return new Schedule(seed * 31 + number, target, events, lags(random), random.nextInt(3));
	}

	/**
	 * After a read that fails and is tried again there is time for another failure of the
	 * same read.
	 */
	private static List<List<Trouble>> certain() {
		List<List<Trouble>> certain = new ArrayList<>();
		List<Trouble> reads = new ArrayList<>();
		for (Trouble trouble : Trouble.all()) {
			if (Trouble.CHANGES.contains(trouble.operation())) {
				certain.add(List.of(trouble));
			}
			else {
				reads.add(trouble);
			}
		}
		for (String operation : Trouble.READS) {
			List<Trouble> passing = reads.stream()
				.filter((trouble) -> trouble.operation().equals(operation))
				.filter((trouble) -> trouble.kind() != Trouble.Kind.DENIED)
				.toList();
			int middle = passing.size() / 2;
			certain.add(passing.subList(0, middle));
			List<Trouble> rest = new ArrayList<>(passing.subList(middle, passing.size()));
			rest.add(new Trouble(operation, Trouble.Kind.DENIED));
			certain.add(rest);
		}
		return certain;
	}

	private static Event event(Random random, Target target) {
		int pause = random.nextInt(3);
		return switch (random.nextInt(10)) {
			case 0, 1, 2, 3, 4 -> new Event(pause, pick(random, target.troubles()), null, false);
			case 5, 6, 7, 8 -> new Event(pause, null, pick(random, List.of(WorldChange.values())), false);
			default -> new Event(pause, null, null, true);
		};
	}

	private static Map<String, Integer> lags(Random random) {
		return Map.of("associationMs", random.nextInt(3) * 20_000, "inUseMs", random.nextInt(3) * 10_000,
				"knowledgeBaseMs", random.nextInt(3) * 30_000, "roleDeletionMs", random.nextInt(3) * 4_500,
				"readAfterWriteMs", random.nextInt(4) * 2_000);
	}

	private static <T> T pick(Random random, List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

	/**
	 * Something that happens: exactly one of three.
	 *
	 * @param pause tries of the runner that pass first
	 * @param trouble a call fails
	 * @param change somebody else changes something
	 * @param cancel the operator cancels
	 */
	record Event(int pause, @Nullable Trouble trouble, @Nullable WorldChange change, boolean cancel) {

	}

	/**
	 * What is to be deleted, with the operations that it takes beside
	 * {@code GetCallerIdentity}.
	 */
	enum Target {

		EVENT_INTEGRATION("DeleteUseCase ListUseCases DeleteIntegrationAssociation ListIntegrationAssociations "
				+ "GetEventIntegration ListEventIntegrationAssociations DeleteEventIntegration"),

		EVENT_INTEGRATION_ASSOCIATION("DeleteUseCase ListUseCases DeleteIntegrationAssociation "
				+ "ListIntegrationAssociations GetEventIntegration ListEventIntegrationAssociations"),

		DATA_INTEGRATION("DeleteAssistantAssociation ListAssistantAssociations DeleteIntegrationAssociation "
				+ "ListIntegrationAssociations GetKnowledgeBase ListAssistants DeleteKnowledgeBase "
				+ "GetDataIntegration ListDataIntegrationAssociations DeleteDataIntegration"),

		APPLICATION("UpdateSecurityProfile ListSecurityProfileApplications DeleteIntegrationAssociation "
				+ "ListIntegrationAssociations GetApplication ListApplicationAssociations DeleteApplication"),

		APPLICATION_ASSOCIATION("UpdateSecurityProfile ListSecurityProfileApplications DeleteIntegrationAssociation "
				+ "ListIntegrationAssociations GetApplication ListApplicationAssociations"),

		PROFILES_INTEGRATION("DeleteIntegration GetIntegration GetEventIntegration ListEventIntegrationAssociations "
				+ "DeleteEventIntegration"),

		UNUSED("GetEventIntegration ListEventIntegrationAssociations DeleteEventIntegration GetDataIntegration "
				+ "ListDataIntegrationAssociations DeleteDataIntegration"),

		AMBIGUOUS("DeleteIntegrationAssociation ListIntegrationAssociations GetEventIntegration "
				+ "ListEventIntegrationAssociations"),

		ORPHAN_BY_FORCE("GetApplication ListApplicationAssociations DeleteApplication"),

		ROLE("GetRole DeleteServiceLinkedRole GetServiceLinkedRoleDeletionStatus"),

		EVERYTHING(String.join(" ", Trouble.CHANGES));

		private final Set<String> operations;

		Target(String operations) {
			this.operations = Set.of(operations.split(" "));
		}

		/** Single things first: they are quick. */
		static List<Target> with(String operation) {
			Set<Target> small = EnumSet.complementOf(EnumSet.of(EVERYTHING));
			return small.stream()
				.filter((target) -> target.operations.contains(operation) || "GetCallerIdentity".equals(operation))
				.toList();
		}

		List<Trouble> troubles() {
			return Trouble.all()
				.stream()
				.filter((trouble) -> Stream.concat(Stream.of("GetCallerIdentity"), this.operations.stream())
					.anyMatch(trouble.operation()::equals))
				.toList();
		}

	}

}
