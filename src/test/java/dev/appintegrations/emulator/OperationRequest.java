package dev.appintegrations.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request within all bounds, of which a test replaces one member, to see whether the
 * service takes it.
 *
 * @param service signing name
 * @param method HTTP method
 * @param path path and query, with members in braces; query parameters without a value
 * are left out
 * @param error code of what is refused
 * @param members all members as one object
 */
public record OperationRequest(String service, String method, String path, String error, String members) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The member may have so many characters after those it begins with. */
	public void assertLength(String member, String start, int least, int most) {
		assertTaken(member, quoted(start, most));
		assertRefused(member, quoted(start, most + 1), "must have length less than or equal to " + most);
		if (start.isEmpty()) {
			assertTaken(member, quoted("", least));
		}
		if (least > 0) {
			assertRefused(member, quoted("", least - 1), "must have length greater than or equal to " + least);
		}
	}

	/** The list or map may have so many elements, like the first that it has. */
	public void assertSize(String member, int least, int most) {
		assertTaken(member, repeated(member, most));
		assertTaken(member, repeated(member, least));
		assertRefused(member, repeated(member, most + 1), "must have length less than or equal to " + most);
		assertRefused(member, repeated(member, least - 1), "must have length greater than or equal to " + least);
	}

	public void assertNumber(String member, long least, long most) {
		assertTaken(member, Long.toString(least));
		assertTaken(member, Long.toString(most));
		assertRefused(member, Long.toString(least - 1), "must have value greater than or equal to " + least);
		if (most < Integer.MAX_VALUE) {
			assertRefused(member, Long.toString(most + 1), "must have value less than or equal to " + most);
		}
	}

	public void assertRequired(String member) {
		assertThat(send(member, "null").body()).contains("1 validation error detected: Value null at '", member(member),
				"' failed to satisfy constraint: Member must not be null");
	}

	public void assertTaken(String member, String json) {
		assertThat(send(member, json).body()).as(member + " " + json)
			.doesNotContain("failed to satisfy constraint", "SerializationException");
	}

	public void assertRefused(String member, String json, String constraint) {
		RawRequest.Answer answer = send(member, json);
		assertThat(answer.status() + " " + answer.errorCode()).as(member + " " + json).isEqualTo("400 " + this.error);
		assertThat(answer.body()).contains("Value at '" + member(member), constraint);
	}

	public static String quoted(String text) {
		return JSON.writeValueAsString(text);
	}

	private static String quoted(String start, int length) {
		return quoted(start + "x".repeat(length - start.length()));
	}

	/** The first part of a member's path, as refusals write it. */
	private static String member(String path) {
		String name = path.split("\\.")[0];
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	private String repeated(String member, int size) {
		JsonNode node = JSON.readTree(this.members).at("/" + member.replace('.', '/'));
		if (node instanceof ObjectNode map) {
			ObjectNode many = JSON.createObjectNode();
			for (int i = 0; i < size; i++) {
				many.set("key" + i, map.iterator().next());
			}
			return many.toString();
		}
		ArrayNode many = JSON.createArrayNode();
		for (int i = 0; i < size; i++) {
			many.add(node.get(0));
		}
		return many.toString();
	}

	/** Sends the request with one member replaced, on behalf of an account of its own. */
	public RawRequest.Answer send(String member, String json) {
		ObjectNode all = (ObjectNode) JSON.readTree(this.members);
		String[] steps = member.split("\\.");
		JsonNode parent = all;
		for (String step : Arrays.copyOf(steps, steps.length - 1)) {
			parent = parent.isArray() ? parent.get(Integer.parseInt(step)) : parent.get(step);
		}
		String last = steps[steps.length - 1];
		if (parent instanceof ArrayNode list) {
			list.set(Integer.parseInt(last), JSON.readTree(json));
		}
		else {
			((ObjectNode) parent).set(last, JSON.readTree(json));
		}
		return send(all);
	}

	private RawRequest.Answer send(ObjectNode all) {
		String[] parts = this.path.split("\\?");
		String target = Arrays.stream(parts[0].split("/"))
			.map((segment) -> value(segment, all))
			.collect(Collectors.joining("/"));
		if (parts.length > 1) {
			target += Arrays.stream(parts[1].split("&"))
				.map((parameter) -> parameter.split("="))
				.filter((parameter) -> all.hasNonNull(parameter[1].substring(1, parameter[1].length() - 1)))
				.map((parameter) -> parameter[0] + "=" + value(parameter[1], all))
				.collect(Collectors.joining("&", "?", ""));
		}
		try {
			return RawRequest.signed(this.method, target, EmulatorServer.freshAccount(), this.service, "eu-west-2")
				.header("Content-Type", "application/json")
				.body("GET".equals(this.method) ? "" : all.toString())
				.send();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String value(String segment, ObjectNode all) {
		if (!segment.startsWith("{")) {
			return segment;
		}
		JsonNode value = all.get(segment.substring(1, segment.length() - 1));
		all.remove(segment.substring(1, segment.length() - 1));
		return URLEncoder.encode(value.asString(), StandardCharsets.UTF_8).replace("+", "%20");
	}

}
