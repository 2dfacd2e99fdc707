package dev.appintegrations.console.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.IgnoredPropertyException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Names the place in a JSON body that is wrong, and what is wrong there.
 */
final class JsonFault {

	private static final String ROOT = "$";

	private JsonFault() {
	}

	static FieldProblem of(HttpMessageNotReadableException exception) {
		return switch (exception.getCause()) {
			case UnrecognizedPropertyException ex -> new FieldProblem(path(ex), "is not a known field" + known(ex));
			case IgnoredPropertyException ex -> new FieldProblem(path(ex), "is not a known field");
			case MismatchedInputException ex -> new FieldProblem(path(ex), expected(ex));
			case StreamReadException ex -> new FieldProblem(place(ex), syntax(ex));
			case StreamConstraintsException ex ->
				new FieldProblem(path(ex), "is nested too deep, or has a name or a number that is too long");
			case JacksonException ex -> new FieldProblem(path(ex), "has a value that is not valid");
			case null, default -> new FieldProblem(ROOT, "is missing: a JSON body is needed here");
		};
	}

	/** Where the parser stands, which is deeper than what is being read as a tree. */
	private static String place(StreamReadException exception) {
		return (exception.processor() instanceof JsonParser parser) ? place(parser.streamReadContext())
				: path(exception);
	}

	private static String place(@Nullable TokenStreamContext context) {
		if (context == null || context.inRoot()) {
			return ROOT;
		}
		String before = place(context.getParent());
		if (context.inArray()) {
			return before + "[" + context.getCurrentIndex() + "]";
		}
		return context.hasCurrentName() ? before + "." + printable(context.currentName()) : before;
	}

	private static String path(JacksonException exception) {
		StringBuilder path = new StringBuilder(ROOT);
		for (JacksonException.Reference reference : exception.getPath()) {
			String name = reference.getPropertyName();
			if (name != null) {
				path.append('.').append(printable(name));
			}
			else {
				path.append('[').append(reference.getIndex()).append(']');
			}
		}
		return path.toString();
	}

	private static String printable(String name) {
		String plain = name.replaceAll("\\p{C}", "\uFFFD");
		return (plain.length() > 100) ? plain.substring(0, 100) + "\u2026" : plain;
	}

	private static String known(PropertyBindingException exception) {
		var known = exception.getKnownPropertyIds();
		return (known == null || known.isEmpty()) ? ""
				: "; known here: " + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
	}

	private static String expected(MismatchedInputException exception) {
		Class<?> type = exception.getTargetType();
		return "must be " + ((type != null) ? describe(type) : "of another type");
	}

	private static String describe(Class<?> type) {
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.map(String::valueOf)
				.collect(Collectors.joining(", ", "one of ", ""));
		}
		if (CharSequence.class.isAssignableFrom(type)) {
			return "a string";
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true or false";
		}
		if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
			return "a number";
		}
		return (type.isArray() || Iterable.class.isAssignableFrom(type)) ? "an array" : "an object";
	}

	private static String syntax(StreamReadException exception) {
		boolean duplicate = String.valueOf(exception.getOriginalMessage())
			.toLowerCase(Locale.ROOT)
			.startsWith("duplicate");
		String what = duplicate ? "has a key twice" : "is not well-formed JSON";
		return what + place(exception.getLocation());
	}

	private static String place(@Nullable TokenStreamLocation location) {
		return (location == null || location.getLineNr() < 1) ? ""
				: ", at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
	}

}
