package dev.appintegrations.emulator.appintegrations;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.appintegrations.emulator.wire.AwsError;
import org.jspecify.annotations.Nullable;

/**
 * Rules of tags beyond the model's bounds: keys that begin with {@code aws:} are AWS's
 * own (General Reference, tagging).
 */
final class Tags {

	static final int MOST = 200;

	private Tags() {
	}

	static void check(@Nullable Object tags) {
		if (tags instanceof Map<?, ?> map && map.keySet().stream().anyMatch((key) -> reserved(String.valueOf(key)))) {
			throw new AwsError(400, AppIntegrationsService.INVALID, "Tag keys must not begin with aws:");
		}
	}

	@SuppressWarnings("unchecked")
	static Map<String, String> merged(Map<String, String> before, Object added) {
		check(added);
		Map<String, String> tags = new LinkedHashMap<>(before);
		tags.putAll((Map<String, String>) added);
		if (tags.size() > MOST) {
			throw new AwsError(400, AppIntegrationsService.INVALID, "A resource can have " + MOST + " tags");
		}
		return tags;
	}

	private static boolean reserved(String key) {
		return key.regionMatches(true, 0, "aws:", 0, 4);
	}

}
