package dev.appintegrations.console.role.operator;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.console.kernel.OperatorTask;
import dev.appintegrations.console.kernel.RequiredActions;
import dev.appintegrations.console.kernel.RequiredActions.Need;
import dev.appintegrations.emulator.EmulatorServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks the console over HTTP, and holds the emulator's log of calls against what
 * gateways declare, both ways.
 */
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=${test.database.declared-actions}")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclaredActionsTests {

	/** Each is its own account of the emulator, loaded with the scenario. */
	private static final Map<String, String> SCENARIOS = Map.of("demo", "demo", "sandbox", "sandbox", "fresh", "fresh",
			"assumed", "sandbox");

	private static final Map<String, String> ACCOUNTS = SCENARIOS.keySet()
		.stream()
		.collect(Collectors.toMap((alias) -> alias, (alias) -> EmulatorServer.freshAccount()));

	private final Set<String> called = new TreeSet<>();

	private final Set<String> undeclared = new TreeSet<>();

	@Autowired
	private OperatorPermissions permissions;

	@Autowired
	private List<RequestMappingHandlerMapping> mappings;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@DynamicPropertySource
	static void accounts(DynamicPropertyRegistry registry) {
		List<String> aliases = List.of("demo", "sandbox", "fresh", "assumed");
		for (int i = 0; i < aliases.size(); i++) {
			String alias = aliases.get(i);
			String key = "console.accounts[" + i + "].";
			registry.add(key + "alias", () -> alias);
			registry.add(key + "label", () -> alias);
			registry.add(key + "endpoint", EmulatorServer::endpoint);
			registry.add(key + "access-key-id", () -> ACCOUNTS.get(alias));
			registry.add(key + "secret-access-key", () -> "secret");
			EmulatorServer.reset(ACCOUNTS.get(alias), SCENARIOS.get(alias));
		}
		registry.add("console.accounts[3].role-arn",
				() -> "arn:aws:iam::" + ACCOUNTS.get("assumed") + ":role/a/Console");
	}

	@BeforeAll
	void walk() {
		this.visitor = new Visitor(this.port, "operator");
		journey("demo", EnumSet.of(OperatorTask.SCAN, OperatorTask.VIEW_ROLE), this::scan);
		journey("demo", EnumSet.of(OperatorTask.SCAN, OperatorTask.VIEW_ROLE, OperatorTask.VIEW_INTEGRATION),
				this::followEveryKindOfLink);
		journey("fresh", EnumSet.of(OperatorTask.VIEW_ROLE, OperatorTask.CREATE_ROLE), (account) -> {
			this.visitor.submit(account + "/role/create", account + "/role/create", Map.of());
			this.visitor.call("POST", "/api/v1" + account + "/role", null);
		});
		journey("fresh", EnumSet.of(OperatorTask.VIEW_ROLE, OperatorTask.EDIT_ROLE), (account) -> {
			this.visitor.submit(account + "/role/description", account + "/role/description",
					Map.of("expected", "", "description", "ours"));
			this.visitor.call("PATCH", "/api/v1" + account + "/role", "{\"description\":\"mine\"}");
		});
		journey("demo", EnumSet.of(OperatorTask.PREFLIGHT), this::preflight);
		journey("assumed", EnumSet.of(OperatorTask.PREFLIGHT), this::preflight);
		journey("sandbox", EnumSet.complementOf(EnumSet.of(OperatorTask.CREATE_ROLE, OperatorTask.EDIT_ROLE)),
				this::deleteEverything);
	}

	@Test
	void callsNothingThatThePageOrButtonDoesNotDeclare() {
		assertThat(this.undeclared).isEmpty();
	}

	@Test
	void declaresNothingThatIsNeverCalled() {
		assertThat(this.permissions.declared()
			.stream()
			.filter((declared) -> declared.need() != Need.PERMISSION_ONLY)
			.map(RequiredActions::actions)
			.flatMap(List::stream)
			.filter((action) -> !this.called.contains(action))
			.distinct()).isEmpty();
	}

	@Test
	void walksEveryPageAndEveryReadingOfTheApiAboutAnAccount() {
		assertThat(readings().filter((pattern) -> pattern.getPatternString().contains("{account}"))
			.filter((pattern) -> !pattern.getPatternString().contains("events"))
			.filter((pattern) -> this.visitor.visited().stream().noneMatch((visited) -> matches(pattern, visited)))
			.map(PathPattern::getPatternString)).isEmpty();
	}

	private void journey(String alias, Set<OperatorTask> tasks, Consumer<String> steps) {
		String account = ACCOUNTS.get(alias);
		Set<OperatorTask> with = EnumSet.copyOf(tasks);
		with.add(OperatorTask.REACH_ACCOUNT);
		EmulatorServer.forgetCalls(account);
		steps.accept("/accounts/" + alias);
		Set<String> here = CalledActions.in(account);
		this.called.addAll(here);
		here.removeAll(CalledActions.declared(this.permissions, with));
		here.forEach((action) -> this.undeclared.add(action + " " + tasks));
	}

	private void scan(String account) {
		JsonNode scan = json(this.visitor.call("POST", "/api/v1" + account + "/scans", null));
		assertThat(this.visitor.get(scan.path("events").asString())).contains("event:finished");
	}

	/** One page of each kind, from what has no parameters to what is linked there. */
	private void followEveryKindOfLink(String account) {
		Stream.concat(
				readings().map(PathPattern::getPatternString)
					.filter((pattern) -> pattern.matches("[^{]*\\{account}[^{]*") && !pattern.contains("events"))
					.map((pattern) -> pattern.replace("/accounts/{account}", account)),
				Stream.of("/api/v1" + account + "/integrations?kind=DATA_INTEGRATION&size=1",
						"/api/v1" + account + "/integrations?kind=EVENT_INTEGRATION&size=1",
						"/api/v1" + account + "/integrations?kind=APPLICATION&size=1"))
			.forEach(this.visitor::get);
		for (int i = 0; i < this.visitor.links().size(); i++) {
			String link = this.visitor.links().get(i);
			boolean known = readings().filter((pattern) -> matches(pattern, "GET " + link.replaceFirst("\\?.*", "")))
				.allMatch((pattern) -> this.visitor.visited()
					.stream()
					.filter((visited) -> matches(pattern, visited))
					.count() > 2);
			if (!known) {
				this.visitor.get(link);
			}
		}
	}

	private void preflight(String account) {
		this.visitor.submit(account + "/role/operator-permissions", account + "/role/operator-permissions", Map.of());
		assertThat(json(this.visitor.call("POST", "/api/v1" + account + "/role/operator-permissions/preflight", null))
			.path("problem")
			.isNull()).isTrue();
	}

	private void deleteEverything(String account) {
		scan(account);
		JsonNode plan = json(
				this.visitor.call("POST", "/api/v1" + account + "/deletion-plans", "{\"everything\":true}"));
		JsonNode asked = plan.path("confirmation");
		JsonNode deletion = json(this.visitor.call("POST", plan.path("href").asString() + "/confirmation",
				JsonMapper.shared()
					.writeValueAsString(Map.of("fingerprint", plan.path("fingerprint").asString(), "typed",
							asked.path("phrase").asString(), "typedAccount", plan.path("accountId").asString()))));
		String href = deletion.path("href").asString();
		assertThat(this.visitor.get(href + "/events")).contains("event:finished");
		assertThat(json(this.visitor.get(href)).path("state").asString()).isEqualTo("DELETED");
		Stream.of(plan, deletion)
			.flatMap((each) -> Stream.of(each.path("href"), each.path("page")))
			.forEach((path) -> this.visitor.get(path.asString()));
	}

	/** Of handlers that answer GET. */
	private Stream<PathPattern> readings() {
		return this.mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream())
			.filter((entry) -> entry.getValue().getBeanType().getPackageName().startsWith("dev.appintegrations"))
			.filter((entry) -> entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.flatMap((entry) -> entry.getKey().getPathPatternsCondition().getPatterns().stream());
	}

	private static boolean matches(PathPattern pattern, String visited) {
		return visited.startsWith("GET ")
				&& pattern.matches(PathContainer.parsePath(visited.substring("GET ".length())));
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
