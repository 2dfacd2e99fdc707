package dev.appintegrations.emulator.appintegrations;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore.RegionState;
import dev.appintegrations.emulator.wire.AwsError;

/**
 * Finds resources by what callers may name them: data integrations by id, ARN or name,
 * event integrations by name, applications by id or ARN with an optional
 * {@code :qualifier}. A data integration's name may look like another's id; then the id
 * counts (unverified).
 */
final class Identifiers {

	private static final Pattern QUALIFIER = Pattern.compile("(?<=/[0-9a-f-]{36}|^[0-9a-f-]{36}):[\\w$]+$");

	private Identifiers() {
	}

	/**
	 * Finds a resource that a change may address.
	 */
	static Resource existing(RegionState state, Kind kind, String identifier) {
		return among(state.existing(kind), kind, identifier);
	}

	/**
	 * Finds a resource that a read shows.
	 */
	static Resource visible(RegionState state, Kind kind, String identifier, Instant now) {
		return among(state.visible(kind, now), kind, identifier);
	}

	/**
	 * Finds what an ARN names, of any kind.
	 */
	static Tagged tagged(RegionState state, String arn) {
		return state.existing()
			.flatMap((resource) -> Stream.concat(Stream.<Tagged>of(resource), resource.associations().stream()))
			.filter((each) -> each.arn().equals(arn))
			.findFirst()
			.orElseThrow(() -> new AwsError(404, "ResourceNotFoundException", "Resource " + arn + " was not found"));
	}

	private static Resource among(List<Resource> resources, Kind kind, String identifier) {
		return preferences(kind, identifier).stream()
			.flatMap((which) -> resources.stream().filter(which))
			.findFirst()
			.orElseThrow(() -> new AwsError(404, "ResourceNotFoundException",
					"The " + kind.words() + " " + identifier + " was not found"));
	}

	private static List<Predicate<Resource>> preferences(Kind kind, String identifier) {
		return switch (kind) {
			case DATA_INTEGRATION -> List.of(byIdOrArn(identifier), byName(identifier));
			case EVENT_INTEGRATION -> List.of(byName(identifier));
			case APPLICATION -> List.of(byIdOrArn(QUALIFIER.matcher(identifier).replaceFirst("")));
		};
	}

	private static Predicate<Resource> byIdOrArn(String identifier) {
		return (resource) -> identifier.equals(resource.id()) || identifier.equals(resource.arn());
	}

	private static Predicate<Resource> byName(String identifier) {
		return (resource) -> identifier.equals(resource.name());
	}

}
