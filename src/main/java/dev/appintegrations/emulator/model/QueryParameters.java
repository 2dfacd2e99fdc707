package dev.appintegrations.emulator.model;

import java.util.Map;
import java.util.Objects;

import dev.appintegrations.emulator.model.ServiceFacts.Shape;
import dev.appintegrations.emulator.wire.AwsError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parameters of the query protocol as the tree that they stand for:
 * {@code Tags.member.1.Key} is the key of the first tag.
 *
 * @param facts facts of the service
 * @param parameters the parameters
 */
record QueryParameters(ServiceFacts facts, Map<String, String> parameters) {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	static QueryParameters of(ServiceFacts facts, Map<String, String> parameters) {
		return new QueryParameters(facts, parameters);
	}

	ObjectNode structure(Shape shape, String prefix) {
		ObjectNode node = NODES.objectNode();
		Objects.requireNonNull(shape.members()).forEach((name, member) -> {
			JsonNode value = value(this.facts.shape(member.shape()), prefix + name);
			if (!value.isMissingNode()) {
				node.set(name, value);
			}
		});
		return node;
	}

	private JsonNode value(Shape shape, String name) {
		return switch (shape.type()) {
			case "list" -> list(shape, name);
			case "structure" -> present(name + ".") ? structure(shape, name + ".") : NODES.missingNode();
			default -> scalar(shape, name);
		};
	}

	private JsonNode list(Shape shape, String name) {
		Shape element = this.facts.shape(Objects.requireNonNull(shape.member()));
		ArrayNode list = NODES.arrayNode();
		for (int i = 1; present(name + ".member." + i); i++) {
			list.add(value(element, name + ".member." + i));
		}
		return (list.isEmpty() && !this.parameters.containsKey(name)) ? NODES.missingNode() : list;
	}

	private JsonNode scalar(Shape shape, String name) {
		String text = this.parameters.get(name);
		if (text == null) {
			return NODES.missingNode();
		}
		return switch (shape.type()) {
			case "integer" -> NODES.numberNode(integer(text));
			case "boolean" -> NODES.booleanNode("true".equals(text));
			default -> NODES.stringNode(text);
		};
	}

	private static int integer(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw new AwsError(400, "MalformedInput", "Could not parse '" + text + "' as an integer");
		}
	}

	private boolean present(String prefix) {
		return this.parameters.keySet().stream().anyMatch((name) -> name.equals(prefix) || name.startsWith(prefix));
	}

}
