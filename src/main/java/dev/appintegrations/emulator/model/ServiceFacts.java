package dev.appintegrations.emulator.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.appintegrations.emulator.wire.AwsRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service model says: operations, and the shapes of their requests with every
 * bound. The files are written by {@code src/main/scripts/service-facts.py}.
 *
 * @param service signing name
 * @param apiVersion version of the API
 * @param operations operations by name
 * @param shapes shapes by name
 */
public record ServiceFacts(String service, String apiVersion, Map<String, Operation> operations,
		Map<String, Shape> shapes) {

	/**
	 * Loads the facts of a service.
	 * @param service signing name, such as {@code app-integrations}
	 * @return its facts
	 */
	public static ServiceFacts load(String service) {
		try (InputStream file = ServiceFacts.class.getResourceAsStream(service + ".json")) {
			if (file == null) {
				throw new IllegalArgumentException("No facts of " + service);
			}
			return JsonMapper.builder().build().readValue(file, ServiceFacts.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Which operation a request calls.
	 * @param request the request
	 * @return its name, or {@code null} if there is none at this method and path
	 */
	public @Nullable String route(AwsRequest request) {
		return this.operations.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().matches(request.method(), request.segments()))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	Operation operation(String name) {
		Operation operation = this.operations.get(name);
		if (operation == null) {
			throw new IllegalArgumentException("No such operation: " + name);
		}
		return operation;
	}

	Shape shape(String name) {
		Shape shape = this.shapes.get(name);
		if (shape == null) {
			throw new IllegalStateException("No such shape: " + name);
		}
		return shape;
	}

	/**
	 * An operation.
	 *
	 * @param method HTTP method
	 * @param path path with parameters in braces
	 * @param status HTTP status of success
	 * @param input name of the request's shape, or {@code null} if it has none
	 * @param errors HTTP status by error code
	 */
	public record Operation(String method, String path, int status, @Nullable String input,
			Map<String, Integer> errors) {

		boolean matches(String method, List<String> segments) {
			if (!this.method.equals(method)) {
				return false;
			}
			String[] pattern = this.path.substring(1).split("/");
			if (pattern.length != segments.size()) {
				return false;
			}
			for (int i = 0; i < pattern.length; i++) {
				if (!pattern[i].startsWith("{") && !pattern[i].equals(segments.get(i))) {
					return false;
				}
			}
			return true;
		}

		@Nullable String pathParameter(String name, List<String> segments) {
			String[] pattern = this.path.substring(1).split("/");
			for (int i = 0; i < pattern.length; i++) {
				if (pattern[i].equals("{" + name + "}")) {
					return segments.get(i);
				}
			}
			return null;
		}

	}

	/**
	 * A shape.
	 *
	 * @param type such as {@code string}, {@code list}, {@code structure}
	 * @param min least length, size or value
	 * @param max greatest length, size or value
	 * @param pattern as the model has it
	 * @param values the values of an enumeration
	 * @param required members that must be there
	 * @param members members of a structure
	 * @param member shape of a list's elements
	 * @param key shape of a map's keys
	 * @param value shape of a map's values
	 */
	public record Shape(String type, @Nullable Long min, @Nullable Long max, @Nullable String pattern,
			@com.fasterxml.jackson.annotation.JsonProperty("enum") @Nullable List<String> values,
			@Nullable List<String> required, @Nullable Map<String, Member> members, @Nullable String member,
			@Nullable String key, @Nullable String value) {

		/**
		 * The pattern as Java searches it. Smithy's patterns are ECMAScript's, where
		 * {@code $} is the very end and not before a last line break.
		 */
		@Nullable Pattern compiledPattern() {
			return (this.pattern != null) ? PatternCache.compile(this.pattern) : null;
		}

	}

	/**
	 * A member of a structure.
	 *
	 * @param shape name of its shape
	 * @param location {@code uri}, {@code querystring} or {@code null} for the body
	 * @param locationName its name there, or {@code null} if it is the member's
	 */
	public record Member(String shape, @Nullable String location, @Nullable String locationName) {

	}

}
