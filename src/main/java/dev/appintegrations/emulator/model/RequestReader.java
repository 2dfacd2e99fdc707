package dev.appintegrations.emulator.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.emulator.model.ServiceFacts.Member;
import dev.appintegrations.emulator.model.ServiceFacts.Operation;
import dev.appintegrations.emulator.model.ServiceFacts.Shape;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsQuery;
import dev.appintegrations.emulator.wire.AwsRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the input of a REST-JSON operation and holds it against the bounds of the model.
 * The wording of its refusals is that of other AWS services; what AppIntegrations itself
 * writes is not known.
 */
public final class RequestReader {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ServiceFacts facts;

	private final String errorCode;

	private final boolean wholePatterns;

	/**
	 * Creates a reader of a REST-JSON service, whose patterns say by anchors what they
	 * match.
	 * @param facts facts of the service
	 * @param errorCode the error of invalid input, such as
	 * {@code InvalidRequestException}
	 */
	public RequestReader(ServiceFacts facts, String errorCode) {
		this(facts, errorCode, false);
	}

	private RequestReader(ServiceFacts facts, String errorCode, boolean wholePatterns) {
		this.facts = facts;
		this.errorCode = errorCode;
		this.wholePatterns = wholePatterns;
	}

	/**
	 * Creates a reader of a service whose patterns match whole values, as those of query
	 * services do.
	 * @param facts facts of the service
	 * @param errorCode the error of invalid input, such as {@code ValidationError}
	 * @return the reader
	 */
	public static RequestReader ofWholePatterns(ServiceFacts facts, String errorCode) {
		return new RequestReader(facts, errorCode, true);
	}

	/**
	 * Reads a request.
	 * @param operationName its operation
	 * @param request the request
	 * @return its members by their names in the model; absent ones are not in it
	 * @throws AwsError if the request breaks a bound
	 */
	public Map<String, Object> read(String operationName, AwsRequest request) {
		Operation operation = this.facts.operation(operationName);
		return (operation.input() != null)
				? read(operation, this.facts.shape(operation.input()), body(request), request) : Map.of();
	}

	/**
	 * Reads a request of the query protocol.
	 * @param operationName its operation
	 * @param request the request
	 * @return its members by their names in the model; absent ones are not in it
	 * @throws AwsError if the request breaks a bound
	 */
	public Map<String, Object> readQuery(String operationName, AwsRequest request) {
		Operation operation = this.facts.operation(operationName);
		if (operation.input() == null) {
			return Map.of();
		}
		Shape shape = this.facts.shape(operation.input());
		JsonNode body = QueryParameters.of(this.facts, AwsQuery.parameters(request)).structure(shape, "");
		return read(operation, shape, body, request);
	}

	private Map<String, Object> read(Operation operation, Shape shape, JsonNode body, AwsRequest request) {
		Map<String, Object> input = new LinkedHashMap<>();
		List<String> errors = new ArrayList<>();
		members(shape).forEach((name, member) -> {
			Object value = value(operation, name, member, body, request, errors);
			if (value != null) {
				input.put(name, value);
			}
		});
		required(shape, "", input, errors);
		if (!errors.isEmpty()) {
			throw invalid(errors.size() + " validation error" + ((errors.size() > 1) ? "s" : "") + " detected: "
					+ String.join("; ", errors));
		}
		return input;
	}

	/**
	 * The error of invalid input.
	 * @param message what is wrong
	 * @return the error
	 */
	public AwsError invalid(String message) {
		return new AwsError(400, this.errorCode, message);
	}

	private static JsonNode body(AwsRequest request) {
		if (request.body().length == 0) {
			return JSON.createObjectNode();
		}
		try {
			JsonNode node = JSON.readTree(request.body());
			if (node.isObject()) {
				return node;
			}
		}
		catch (JacksonException ex) {
			// Refused below, as AWS words it.
		}
		throw new AwsError(400, "SerializationException", "Unable to parse the request body as a JSON object");
	}

	private @Nullable Object value(Operation operation, String name, Member member, JsonNode body, AwsRequest request,
			List<String> errors) {
		Shape shape = this.facts.shape(member.shape());
		String wireName = (member.locationName() != null) ? member.locationName() : name;
		String path = path("", name);
		if ("uri".equals(member.location())) {
			return check(path, shape, operation.pathParameter(wireName, request.segments()), errors);
		}
		if ("querystring".equals(member.location())) {
			if ("list".equals(shape.type())) {
				List<String> values = request.query().get(wireName);
				if (values == null) {
					return null;
				}
				Shape element = this.facts.shape(Objects.requireNonNull(shape.member()));
				values.forEach((each) -> check(path + ".member", element, each, errors));
				return check(path, shape, values, errors);
			}
			String text = request.query(wireName);
			return (text != null) ? check(path, shape, parse(wireName, shape, text), errors) : null;
		}
		JsonNode node = body.get(wireName);
		return (node != null && !node.isNull()) ? convert(path, shape, node, errors) : null;
	}

	private Object parse(String name, Shape shape, String text) {
		try {
			return switch (shape.type()) {
				case "integer" -> (long) Integer.parseInt(text);
				case "boolean" -> switch (text) {
					case "true" -> true;
					case "false" -> false;
					default -> throw new IllegalArgumentException(text);
				};
				default -> text;
			};
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(400, "SerializationException", "Unable to parse '" + text + "' as " + name);
		}
	}

	private Object convert(String path, Shape shape, JsonNode node, List<String> errors) {
		Object value = switch (shape.type()) {
			case "string" -> require(node.isString(), path, "a string", node).stringValue();
			case "integer" ->
				require(node.isIntegralNumber() && node.canConvertToInt(), path, "an integer", node).longValue();
			case "long" ->
				require(node.isIntegralNumber() && node.canConvertToLong(), path, "a long", node).longValue();
			case "double", "timestamp" -> require(node.isNumber(), path, "a number", node).doubleValue();
			case "boolean" -> require(node.isBoolean(), path, "a boolean", node).booleanValue();
			case "list" -> list(path, shape, require(node.isArray(), path, "a list", node), errors);
			case "map" -> map(path, shape, require(node.isObject(), path, "a map", node), errors);
			case "structure" -> structure(path, shape, require(node.isObject(), path, "a structure", node), errors);
			default -> throw new IllegalStateException("Not used by requests: " + shape.type());
		};
		return Objects.requireNonNull(check(path, shape, value, errors));
	}

	private static JsonNode require(boolean right, String path, String wanted, JsonNode node) {
		if (!right) {
			throw new AwsError(400, "SerializationException", "Expected " + wanted + " at '" + path + "', found "
					+ node.getNodeType().name().toLowerCase(Locale.ROOT));
		}
		return node;
	}

	private List<Object> list(String path, Shape shape, JsonNode node, List<String> errors) {
		Shape member = this.facts.shape(Objects.requireNonNull(shape.member()));
		List<Object> values = new ArrayList<>();
		for (JsonNode element : node) {
			values.add(convert(path + "." + (values.size() + 1) + ".member", member, element, errors));
		}
		return values;
	}

	private Map<String, Object> map(String path, Shape shape, JsonNode node, List<String> errors) {
		Shape key = this.facts.shape(Objects.requireNonNull(shape.key()));
		Shape value = this.facts.shape(Objects.requireNonNull(shape.value()));
		Map<String, Object> values = new LinkedHashMap<>();
		node.properties().forEach((entry) -> {
			check(path + ".key", key, entry.getKey(), errors);
			values.put(entry.getKey(), convert(path + "." + entry.getKey(), value, entry.getValue(), errors));
		});
		return values;
	}

	private Map<String, Object> structure(String path, Shape shape, JsonNode node, List<String> errors) {
		Map<String, Object> values = new LinkedHashMap<>();
		members(shape).forEach((name, member) -> {
			JsonNode each = node.get(name);
			if (each != null && !each.isNull()) {
				values.put(name, convert(path(path, name), this.facts.shape(member.shape()), each, errors));
			}
		});
		required(shape, path, values, errors);
		return values;
	}

	private static void required(Shape shape, String path, Map<String, Object> values, List<String> errors) {
		if (shape.required() != null) {
			shape.required()
				.stream()
				.filter((name) -> !values.containsKey(name))
				.forEach((name) -> errors.add("Value null at '" + path(path, name)
						+ "' failed to satisfy constraint: Member must not be null"));
		}
	}

	private @Nullable Object check(String path, Shape shape, @Nullable Object value, List<String> errors) {
		if (value instanceof String text) {
			bounds(path, shape, text.codePointCount(0, text.length()), "length", errors);
			Pattern pattern = shape.compiledPattern();
			if (pattern != null && !matches(pattern.matcher(text))) {
				errors.add("Value at '" + path
						+ "' failed to satisfy constraint: Member must satisfy regular expression pattern: "
						+ shape.pattern());
			}
			if (shape.values() != null && !shape.values().contains(text)) {
				errors.add("Value at '" + path + "' failed to satisfy constraint: Member must satisfy enum value set: "
						+ shape.values());
			}
		}
		else if (value instanceof Long number) {
			bounds(path, shape, number, "value", errors);
		}
		else if (value instanceof Double number) {
			bounds(path, shape, number, "value", errors);
		}
		else if (value instanceof List<?> list) {
			bounds(path, shape, list.size(), "length", errors);
		}
		else if (value instanceof Map<?, ?> map && "map".equals(shape.type())) {
			bounds(path, shape, map.size(), "length", errors);
		}
		return value;
	}

	private boolean matches(Matcher matcher) {
		return this.wholePatterns ? matcher.matches() : matcher.find();
	}

	private static void bounds(String path, Shape shape, double size, String what, List<String> errors) {
		if (shape.min() != null && size < shape.min()) {
			errors.add("Value at '" + path + "' failed to satisfy constraint: Member must have " + what
					+ " greater than or equal to " + shape.min());
		}
		if (shape.max() != null && size > shape.max()) {
			errors.add("Value at '" + path + "' failed to satisfy constraint: Member must have " + what
					+ " less than or equal to " + shape.max());
		}
	}

	private static Map<String, Member> members(Shape shape) {
		return (shape.members() != null) ? shape.members() : Map.of();
	}

	private static String path(String parent, String name) {
		String lower = Character.toLowerCase(name.charAt(0)) + name.substring(1);
		return parent.isEmpty() ? lower : parent + "." + lower;
	}

}
