package dev.appintegrations.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * The protocol REST-JSON 1.1.
 */
public final class RestJson {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

	private RestJson() {
	}

	/**
	 * A successful answer.
	 * @param status HTTP status
	 * @param body its members; an empty map is written as an empty object, and not at all
	 * with status 204
	 * @return the answer
	 */
	public static AwsResponse answer(int status, Map<String, ?> body) {
		if (status == 204) {
			return new AwsResponse(status, Map.of(), new byte[0]);
		}
		return new AwsResponse(status, HEADERS, JSON.writeValueAsBytes(body));
	}

	/**
	 * An error: its code in {@code x-amzn-ErrorType}, its text in {@code Message}, as the
	 * AppIntegrations model names the member.
	 * @param error the error
	 * @return the answer
	 */
	public static AwsResponse error(AwsError error) {
		return error(error, "Message");
	}

	/**
	 * An error of a service that names its text otherwise.
	 * @param error the error
	 * @param textMember the member of its text, such as {@code message}
	 * @return the answer
	 */
	public static AwsResponse error(AwsError error, String textMember) {
		Map<String, String> headers = new LinkedHashMap<>(HEADERS);
		headers.put("x-amzn-ErrorType", error.code());
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("__type", error.code());
		body.put(textMember, error.message());
		return new AwsResponse(error.status(), headers, JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
	}

}
