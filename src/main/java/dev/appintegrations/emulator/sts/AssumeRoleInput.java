package dev.appintegrations.emulator.sts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.appintegrations.emulator.wire.AwsError;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of AssumeRole within the bounds of the STS model.
 *
 * @param roleArn the role
 * @param sessionName name of the session
 * @param durationSeconds how long the keys shall be good
 */
record AssumeRoleInput(String roleArn, String sessionName, int durationSeconds) {

	private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]*");

	private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]*");

	private static final int MIN_DURATION = 900;

	private static final int MAX_DURATION = 43_200;

	private static final int HOUR = 3_600;

	/**
	 * Reads the parameters.
	 * @param parameters as they came
	 * @param chained whether the caller is itself an assumed role
	 * @return the parameters
	 * @throws AwsError if one breaks a bound
	 */
	static AssumeRoleInput read(Map<String, String> parameters, boolean chained) {
		List<String> errors = new ArrayList<>();
		String roleArn = required("roleArn", parameters.get("RoleArn"), errors);
		length("roleArn", roleArn, 20, 2048, errors);
		String sessionName = required("roleSessionName", parameters.get("RoleSessionName"), errors);
		length("roleSessionName", sessionName, 2, 64, errors);
		pattern("roleSessionName", sessionName, NAME, errors);
		String externalId = parameters.get("ExternalId");
		length("externalId", externalId, 2, 1224, errors);
		pattern("externalId", externalId, EXTERNAL_ID, errors);
		int duration = duration(parameters.get("DurationSeconds"), errors);
		if (!errors.isEmpty() || roleArn == null || sessionName == null) {
			throw invalid(errors.size() + " validation error" + ((errors.size() > 1) ? "s" : "") + " detected: "
					+ String.join("; ", errors));
		}
		if (chained && duration > HOUR) {
			throw invalid(
					"The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
		}
		return new AssumeRoleInput(roleArn, sessionName, duration);
	}

	private static @Nullable String required(String member, @Nullable String value, List<String> errors) {
		if (value == null) {
			errors.add("Value null at '" + member + "' failed to satisfy constraint: Member must not be null");
		}
		return value;
	}

	private static void length(String member, @Nullable String value, int min, int max, List<String> errors) {
		if (value != null && value.length() < min) {
			errors.add(failed(member, value) + "Member must have length greater than or equal to " + min);
		}
		if (value != null && value.length() > max) {
			errors.add(failed(member, value) + "Member must have length less than or equal to " + max);
		}
	}

	private static void pattern(String member, @Nullable String value, Pattern pattern, List<String> errors) {
		if (value != null && !pattern.matcher(value).matches()) {
			errors.add(failed(member, value) + "Member must satisfy regular expression pattern: " + pattern);
		}
	}

	private static int duration(@Nullable String text, List<String> errors) {
		if (text == null) {
			return HOUR;
		}
		int seconds;
		try {
			seconds = Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw new AwsError(400, "MalformedInput", "Could not parse '" + text + "' as an integer");
		}
		if (seconds < MIN_DURATION) {
			errors.add(failed("durationSeconds", text) + "Member must have value greater than or equal to "
					+ MIN_DURATION);
		}
		if (seconds > MAX_DURATION) {
			errors
				.add(failed("durationSeconds", text) + "Member must have value less than or equal to " + MAX_DURATION);
		}
		return seconds;
	}

	private static String failed(String member, String value) {
		return "Value '" + value + "' at '" + member + "' failed to satisfy constraint: ";
	}

	private static AwsError invalid(String message) {
		return new AwsError(400, "ValidationError", message);
	}

}
