package dev.appintegrations.emulator.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The facts files and the script that writes them.
 */
class ServiceFactsTests {

	private static final Path SCRIPT = Path.of("src/main/scripts/service-facts.py");

	private static final Path FACTS = Path.of("src/main/resources/dev/appintegrations/emulator/model");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Stream<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(FACTS)) {
			return files.sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void areExactlyAsTheScriptWritesThem(Path file) throws IOException {
		String text = Files.readString(file);
		assertThat(canonical(JSON.readTree(text)) + "\n").isEqualTo(text);
	}

	@ParameterizedTest
	@MethodSource("files")
	void holdNoneOfTheDocumentation(Path file) throws IOException {
		assertThat(Files.readString(file)).doesNotContain("documentation", "<p>", "deprecatedMessage");
	}

	@ParameterizedTest
	@MethodSource("files")
	void holdOnlyPatternsThatJavaUnderstands(Path file) {
		ServiceFacts facts = ServiceFacts.load(file.getFileName().toString().replace(".json", ""));
		assertThat(facts.shapes().values()).allSatisfy((shape) -> {
			if (shape.pattern() != null) {
				assertThat(shape.compiledPattern()).isInstanceOf(Pattern.class);
			}
		});
	}

	@Test
	void nameEveryOperationOfAppIntegrations() {
		assertThat(ServiceFacts.load("app-integrations").operations()).containsOnlyKeys("CreateApplication",
				"CreateDataIntegration", "CreateDataIntegrationAssociation", "CreateEventIntegration",
				"DeleteApplication", "DeleteDataIntegration", "DeleteEventIntegration", "GetApplication",
				"GetDataIntegration", "GetEventIntegration", "ListApplicationAssociations", "ListApplications",
				"ListDataIntegrationAssociations", "ListDataIntegrations", "ListEventIntegrationAssociations",
				"ListEventIntegrations", "ListTagsForResource", "TagResource", "UntagResource", "UpdateApplication",
				"UpdateDataIntegration", "UpdateDataIntegrationAssociation", "UpdateEventIntegration");
	}

	@Test
	void comeOutOfAModelWithoutItsDocumentation(@TempDir Path folder) throws Exception {
		Path model = folder.resolve("service-2.json");
		Files.writeString(model, """
				{"metadata": {"apiVersion": "2020-07-29"},
				 "operations": {"GetThing": {"name": "GetThing", "documentation": "<p>Long</p>",
				  "http": {"method": "GET", "requestUri": "/things/{Name}"}, "input": {"shape": "GetThingRequest"},
				  "output": {"shape": "GetThingResponse"},
				  "errors": [{"shape": "Gone"}]}},
				 "shapes": {"GetThingRequest": {"type": "structure", "required": ["Name"], "documentation": "<p>x</p>",
				   "members": {"Name": {"shape": "Name", "location": "uri", "locationName": "Name",
				    "documentation": "<p>The name</p>"}}},
				  "Name": {"type": "string", "max": 5, "min": 1, "pattern": "^[a-z]+$"},
				  "GetThingResponse": {"type": "structure", "members": {}},
				  "Gone": {"type": "structure", "members": {}, "error": {"httpStatusCode": 410}}}}
				""");
		Path facts = folder.resolve("app-integrations.json");
		assertThat(run(facts, "--model", model.toString())).isZero();
		assertThat(facts).hasContent("""
				{
				 "apiVersion": "2020-07-29",
				 "operations": {
				  "GetThing": {
				   "errors": {
				    "Gone": 410
				   },
				   "input": "GetThingRequest",
				   "method": "GET",
				   "path": "/things/{Name}",
				   "status": 200
				  }
				 },
				 "service": "app-integrations",
				 "shapes": {
				  "GetThingRequest": {
				   "members": {
				    "Name": {
				     "location": "uri",
				     "locationName": "Name",
				     "shape": "Name"
				    }
				   },
				   "required": [
				    "Name"
				   ],
				   "type": "structure"
				  },
				  "Name": {
				   "max": 5,
				   "min": 1,
				   "pattern": "^[a-z]+$",
				   "type": "string"
				  }
				 }
				}
				""");
		assertThat(run(facts, "--check", "--model", model.toString())).isZero();
		Files.writeString(facts, Files.readString(facts).replace("\"max\": 5", "\"max\": 6"));
		assertThat(run(facts, "--check", "--model", model.toString())).isEqualTo(1);
		assertThat(Files.readString(facts)).contains("\"max\": 6");
	}

	private static int run(Path facts, String... arguments) throws Exception {
		List<String> command = Stream
			.concat(Stream.of("python3", SCRIPT.toString(), "--into", facts.getParent().toString()),
					Stream.of(arguments))
			.toList();
		Process process;
		try {
			process = new ProcessBuilder(command).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			System.err
				.println("SKIPPED: the facts script was not tried, for want of python3 (3.11 or newer) on the PATH");
			assumeThat(false).as("python3 is installed").isTrue();
			throw ex;
		}
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(output).isTrue();
		return process.exitValue();
	}

	/**
	 * Sorted keys, one space of indentation, ASCII: as Python's {@code json.dumps} has
	 * it.
	 */
	private static String canonical(JsonNode node) {
		DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
		DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
			.withObjectNameValueSpacing(Separators.Spacing.AFTER)
			.withObjectEmptySeparator("")
			.withArrayEmptySeparator("")).withObjectIndenter(indenter).withArrayIndenter(indenter);
		return JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT)
			.defaultPrettyPrinter(printer)
			.build()
			.writeValueAsString(sorted(node));
	}

	private static JsonNode sorted(JsonNode node) {
		if (!node.isObject()) {
			return node;
		}
		ObjectNode sorted = JsonNodeFactory.instance.objectNode();
		node.propertyStream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((property) -> sorted.set(property.getKey(), sorted(property.getValue())));
		return sorted;
	}

}
