package dev.appintegrations.emulator.appintegrations;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.appintegrations.emulator.wire.AwsError;

/**
 * Finds resources by what callers may name them: data integrations by name, ARN or id,
 * event integrations by name, applications by ARN or id with an optional
 * {@code :qualifier}.
 */
final class Identifiers {

	private static final Pattern QUALIFIER = Pattern.compile("(?<=/[0-9a-f-]{36}|^[0-9a-f-]{36}):[\\w$]+$");

	private Identifiers() {
	}

	/**
	 * Finds a resource that a change may address.
	 */
	static Resource existing(AppIntegrationsStore.RegionState state, Kind kind, String identifier) {
		return found(state.existing(kind, (resource) -> names(resource, identifier)), kind, identifier);
	}

	/**
	 * Finds a resource that a read shows.
	 */
	static Resource visible(AppIntegrationsStore.RegionState state, Kind kind, String identifier,
			java.time.Instant now) {
		return found(state.visible(kind, now).stream().filter((resource) -> names(resource, identifier)).findFirst(),
				kind, identifier);
	}

	/**
	 * Finds a resource of any kind by its ARN.
	 */
	static Resource byArn(AppIntegrationsStore.RegionState state, String arn) {
		for (Kind kind : Kind.values()) {
			Optional<Resource> found = state.existing(kind, (resource) -> resource.arn().equals(arn));
			if (found.isPresent()) {
				return found.get();
			}
		}
		throw new AwsError(404, "ResourceNotFoundException", "Resource " + arn + " was not found");
	}

	private static boolean names(Resource resource, String identifier) {
		return switch (resource.kind()) {
			case DATA_INTEGRATION -> identifier.equals(resource.id()) || identifier.equals(resource.arn())
					|| identifier.equals(resource.name());
			case EVENT_INTEGRATION -> identifier.equals(resource.name());
			case APPLICATION -> {
				String plain = QUALIFIER.matcher(identifier).replaceFirst("");
				yield plain.equals(resource.id()) || plain.equals(resource.arn());
			}
		};
	}

	private static Resource found(Optional<Resource> resource, Kind kind, String identifier) {
		return resource.orElseThrow(() -> new AwsError(404, "ResourceNotFoundException",
				"The " + kind.words() + " " + identifier + " was not found"));
	}

}
