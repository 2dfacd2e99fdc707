package dev.appintegrations.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON in which every value knows where it stands.
 */
sealed interface Json {

	/**
	 * Where it stands.
	 * @return a JSON path
	 */
	String path();

	/**
	 * An object; its members in order, none twice.
	 *
	 * @param path where it stands
	 * @param members its members
	 */
	record Members(String path, Map<String, Json> members) implements Json {

	}

	/**
	 * An array.
	 *
	 * @param path where it stands
	 * @param items its items
	 */
	record Items(String path, List<Json> items) implements Json {

	}

	/**
	 * A string without NUL and lone surrogates.
	 *
	 * @param path where it stands
	 * @param text the string
	 */
	record Text(String path, String text) implements Json {

	}

	/**
	 * A number, {@code true} or {@code false}.
	 *
	 * @param path where it stands
	 * @param text as written
	 */
	record Literal(String path, String text) implements Json {

	}

	/**
	 * A {@code null}.
	 *
	 * @param path where it stands
	 */
	record Nothing(String path) implements Json {

	}

	/**
	 * Reads a whole document.
	 * @param text the document
	 * @param maxLength how many characters it may have
	 * @param maxDepth how deep arrays and objects may be nested
	 * @return its value
	 * @throws PolicySyntaxException if it breaks a limit, is not JSON, has a member twice
	 * or a string that can't be stored as UTF-8
	 */
	static Json read(String text, int maxLength, int maxDepth) {
		if (text.length() > maxLength) {
			throw new PolicySyntaxException("$",
					"has " + text.length() + " characters, more than the " + maxLength + " that are read");
		}
		return new Reader(maxDepth).read(text);
	}

	/**
	 * Builds values from the tokens of a document.
	 */
	final class Reader {

		/** The document's length bounds names and numbers; numbers stay text. */
		private static final JsonFactory FACTORY = JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNameLength(Integer.MAX_VALUE)
				.maxNumberLength(Integer.MAX_VALUE)
				.build())
			.build();

		private static final int LONGEST_NAME_IN_PATH = 100;

		private final int maxDepth;

		private String path = "$";

		Reader(int maxDepth) {
			this.maxDepth = maxDepth;
		}

		Json read(String text) {
			try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
				Json value = value(parser, parser.nextToken(), "$", 0);
				this.path = "$";
				if (parser.nextToken() != null) {
					throw new PolicySyntaxException("$", "goes on after the document's end");
				}
				return value;
			}
			catch (JacksonException ex) {
				throw new PolicySyntaxException(this.path, "is not JSON" + place(ex));
			}
		}

		private static String place(JacksonException ex) {
			var location = ex.getLocation();
			return (location != null) ? " at line " + location.getLineNr() + ", column " + location.getColumnNr() : "";
		}

		private Json value(JsonParser parser, @Nullable JsonToken token, String at, int depth) {
			this.path = at;
			if (depth > this.maxDepth) {
				throw new PolicySyntaxException(at, "is nested deeper than " + this.maxDepth + " levels");
			}
			return switch (token) {
				case START_OBJECT -> members(parser, at, depth);
				case START_ARRAY -> items(parser, at, depth);
				case VALUE_STRING -> new Text(at, clean(parser.getString(), at));
				case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
					new Literal(at, parser.getString());
				case VALUE_NULL -> new Nothing(at);
				case null, default -> throw new PolicySyntaxException(at, "is not JSON: the document ends here");
			};
		}

		private Json members(JsonParser parser, String at, int depth) {
			Map<String, Json> members = new LinkedHashMap<>();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				String member = member(at, name);
				if (members.containsKey(clean(name, member))) {
					throw new PolicySyntaxException(member, "appears twice");
				}
				members.put(name, value(parser, parser.nextToken(), member, depth + 1));
				this.path = at;
			}
			return new Members(at, members);
		}

		private Json items(JsonParser parser, String at, int depth) {
			List<Json> items = new ArrayList<>();
			for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
				items.add(value(parser, token, at + "[" + items.size() + "]", depth + 1));
				this.path = at;
			}
			return new Items(at, items);
		}

		private static String clean(String text, String at) {
			for (int i = 0; i < text.length(); i++) {
				char c = text.charAt(i);
				if (c == 0) {
					throw new PolicySyntaxException(at, "contains the character NUL");
				}
				if (Character.isHighSurrogate(c) && i + 1 < text.length()
						&& Character.isLowSurrogate(text.charAt(i + 1))) {
					i++;
				}
				else if (Character.isSurrogate(c)) {
					throw new PolicySyntaxException(at, "contains half of a surrogate pair");
				}
			}
			return text;
		}

		private static String member(String at, String name) {
			String visible = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
			if (visible.length() > LONGEST_NAME_IN_PATH) {
				visible = visible.substring(0, visible.offsetByCodePoints(0, LONGEST_NAME_IN_PATH / 2)) + "…";
			}
			if (visible.matches("[A-Za-z_][A-Za-z0-9_]*")) {
				return at + "." + visible;
			}
			return at + "[\"" + visible.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
		}

	}

}
