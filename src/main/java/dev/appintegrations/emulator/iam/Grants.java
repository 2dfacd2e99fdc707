package dev.appintegrations.emulator.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.emulator.iam.IamService.Call;
import dev.appintegrations.emulator.wire.AwsError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the policies of an account's callers grant, as the control API says it: the
 * emulator has no policies of callers, and simulates by these lists alone.
 */
@Component
public class Grants {

	private static final Pattern PRINCIPAL = Pattern.compile("arn:aws:iam::(\\d{12}):(?:user|group|role)/\\S+");

	private static final Pattern ACTION = Pattern.compile("[\\w-]+:\\w+");

	private static final Grant EVERYTHING = new Grant(List.of(Rule.of("*")), List.of());

	private final Map<String, Grant> accounts = new ConcurrentHashMap<>();

	private final Pages pages;

	private volatile Grant everyone = EVERYTHING;

	Grants(Pages pages) {
		this.pages = pages;
	}

	/**
	 * Sets what callers may do.
	 * @param account twelve digits, or {@code null} for all accounts
	 * @param grant the lists, or {@code null} to allow everything again
	 */
	public void set(@Nullable String account, @Nullable Grant grant) {
		if (account == null) {
			this.everyone = (grant != null) ? grant : EVERYTHING;
		}
		else if (grant != null) {
			this.accounts.put(account, grant);
		}
		else {
			this.accounts.remove(account);
		}
	}

	void forget(@Nullable String account) {
		if (account != null) {
			this.accounts.remove(account);
		}
		else {
			this.accounts.clear();
			this.everyone = EVERYTHING;
		}
	}

	String simulate(Call call) {
		checkPrincipal(call);
		Grant grant = this.accounts.getOrDefault(call.account(), this.everyone);
		List<String> resources = call.list("ResourceArns");
		List<String> results = new ArrayList<>();
		for (String action : call.<String>list("ActionNames")) {
			if (!ACTION.matcher(action).matches()) {
				throw new AwsError(400, "InvalidInput", "Invalid Action: " + action);
			}
			results.add(grant.result(action, resources.isEmpty() ? List.of("*") : resources));
		}
		return this.pages.page("EvaluationResults", results, call);
	}

	/** A session is no principal to IAM, and the role itself has other grants. */
	private void checkPrincipal(Call call) {
		String arn = call.text("PolicySourceArn");
		Matcher principal = PRINCIPAL.matcher(arn);
		if (!principal.matches()) {
			throw new AwsError(400, "InvalidInput",
					"Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
		}
		if (!principal.group(1).equals(call.account())) {
			throw new AwsError(404, "NoSuchEntity", "Unable to find the entity " + arn);
		}
		if (arn.contains(":role" + IamRole.PATH)) {
			throw new AwsError(500, "PolicyEvaluation", "The emulator simulates callers only");
		}
	}

	/**
	 * What callers may do.
	 *
	 * @param allowed what is allowed
	 * @param denied what is denied explicitly
	 */
	public record Grant(List<Rule> allowed, List<Rule> denied) {

		/**
		 * One result of an action; of ARNs each is a result within it, as public scripts
		 * read AWS's answers. What the whole is called then is unverified.
		 */
		String result(String action, List<String> resources) {
			List<String> decisions = resources.stream().map((resource) -> decide(action, resource)).toList();
			boolean arns = !resources.equals(List.of("*"));
			return IamXml.element("EvalActionName", action)
					+ IamXml.element("EvalResourceName", (resources.size() == 1) ? resources.getFirst() : "*")
					+ IamXml.element("EvalDecision",
							Stream.of("explicitDeny", "implicitDeny")
								.filter(decisions::contains)
								.findFirst()
								.orElse("allowed"))
					+ IamXml.list("MatchedStatements", List.of()) + IamXml.list("MissingContextValues", List.of())
					+ (arns ? IamXml.list("ResourceSpecificResults",
							resources.stream()
								.map((resource) -> IamXml.element("EvalResourceName", resource)
										+ IamXml.element("EvalResourceDecision", decide(action, resource))
										+ IamXml.list("MatchedStatements", List.of())
										+ IamXml.list("MissingContextValues", List.of()))
								.toList())
							: "");
		}

		String decide(String action, String resource) {
			if (matches(this.denied, action, resource)) {
				return "explicitDeny";
			}
			return matches(this.allowed, action, resource) ? "allowed" : "implicitDeny";
		}

		private static boolean matches(List<Rule> rules, String action, String resource) {
			return rules.stream().anyMatch((rule) -> rule.matches(action, resource));
		}

	}

	/**
	 * Actions, perhaps on some resources only.
	 *
	 * @param action matches actions
	 * @param resource matches resources
	 */
	public record Rule(Pattern action, Pattern resource) {

		private static final Pattern WRITTEN = Pattern
			.compile("(\\*|[\\w-]+:[\\w*?]+)(?: (\\*|arn:[^\\s:]+:[^\\s:]+:\\S*))?");

		/**
		 * Reads a rule, in which {@code *} and {@code ?} are wildcards.
		 * @param text an action, or an action, a space and an ARN
		 * @return the rule
		 * @throws IllegalArgumentException if it is something else
		 */
		public static Rule of(String text) {
			Matcher written = WRITTEN.matcher(text);
			if (!written.matches()) {
				throw new IllegalArgumentException("Not a rule: " + text);
			}
			String resource = (written.group(2) != null) ? written.group(2) : "*";
			return new Rule(Pattern.compile(expression(written.group(1)), Pattern.CASE_INSENSITIVE),
					Pattern.compile(expression(resource)));
		}

		private static String expression(String glob) {
			return glob.chars().mapToObj((each) -> switch (each) {
				case '*' -> ".*";
				case '?' -> ".";
				default -> Pattern.quote(Character.toString(each));
			}).collect(Collectors.joining());
		}

		boolean matches(String action, String resource) {
			return this.action.matcher(action).matches() && this.resource.matcher(resource).matches();
		}

	}

}
