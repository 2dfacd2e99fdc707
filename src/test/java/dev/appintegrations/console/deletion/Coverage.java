package dev.appintegrations.console.deletion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.appintegrations.console.deletion.Trouble.Kind;

/**
 * Which faults have met which operations, and what else has happened, over many
 * schedules.
 */
final class Coverage {

	private final Map<Trouble, Integer> met = new HashMap<>();

	private final Map<WorldChange, Integer> changes = new EnumMap<>(WorldChange.class);

	private final Map<DeletionState, Integer> ends = new EnumMap<>(DeletionState.class);

	synchronized void add(Evidence evidence) {
		evidence.met().forEach((trouble) -> this.met.merge(trouble, 1, Integer::sum));
		evidence.changes().forEach((change) -> this.changes.merge(change, 1, Integer::sum));
		this.ends.merge(evidence.deletion().state(), 1, Integer::sum);
	}

	/** Pairs and changes that must come up and did not. */
	List<String> missing() {
		List<String> missing = new ArrayList<>();
		Trouble.all()
			.stream()
			.filter((pair) -> !this.met.containsKey(pair))
			.map(Trouble::toString)
			.forEach(missing::add);
		Stream.of(WorldChange.values())
			.filter((change) -> !this.changes.containsKey(change))
			.map(WorldChange::name)
			.forEach(missing::add);
		return missing;
	}

	int faults() {
		return this.met.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** For the log of the build. */
	String table() {
		StringBuilder table = new StringBuilder("%-36s".formatted("operation"));
		Stream.of(Kind.values()).forEach((kind) -> table.append(" %7.7s".formatted(kind)));
		Stream.concat(Trouble.CHANGES.stream(), Trouble.READS.stream()).forEach((operation) -> {
			table.append("\n%-36s".formatted(operation));
			Stream.of(Kind.values()).forEach((kind) -> {
				Trouble pair = new Trouble(operation, kind);
				boolean must = Trouble.CHANGES.contains(operation) || kind.read();
				table.append(" %7s".formatted(must ? this.met.getOrDefault(pair, 0) : "-"));
			});
		});
		return table + "\nChanges by others: " + this.changes + "\nEnds: " + this.ends;
	}

}
