package dev.appintegrations.emulator.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

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

	private static final Grant EVERYTHING = new Grant(List.of("*"), List.of());

	private final Map<String, Grant> accounts = new ConcurrentHashMap<>();

	private volatile Grant everyone = EVERYTHING;

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
		var principal = PRINCIPAL.matcher(call.text("PolicySourceArn"));
		if (!principal.matches()) {
			throw new AwsError(400, "InvalidInput", "Invalid Entity Arn: " + call.text("PolicySourceArn")
					+ " does not clearly define entity type and name.");
		}
		if (!principal.group(1).equals(call.account())) {
			throw new AwsError(404, "NoSuchEntity", "Unable to find the entity " + call.text("PolicySourceArn"));
		}
		Grant grant = this.accounts.getOrDefault(call.account(), this.everyone);
		List<String> resources = call.list("ResourceArns");
		List<String> results = new ArrayList<>();
		for (String action : call.<String>list("ActionNames")) {
			if (!action.contains(":")) {
				throw new AwsError(400, "InvalidInput", "Invalid Action: " + action);
			}
			for (String resource : resources.isEmpty() ? List.of("*") : resources) {
				results.add(IamXml.element("EvalActionName", action) + IamXml.element("EvalResourceName", resource)
						+ IamXml.element("EvalDecision", grant.decide(action))
						+ IamXml.list("MatchedStatements", List.of()) + IamXml.list("MissingContextValues", List.of()));
			}
		}
		return IamXml.list("EvaluationResults", results) + IamXml.element("IsTruncated", false);
	}

	/**
	 * What callers may do.
	 *
	 * @param allowed actions, with {@code *} as wildcard
	 * @param denied actions that are denied explicitly, with {@code *} as wildcard
	 */
	public record Grant(List<String> allowed, List<String> denied) {

		String decide(String action) {
			if (matches(this.denied, action)) {
				return "explicitDeny";
			}
			return matches(this.allowed, action) ? "allowed" : "implicitDeny";
		}

		private static boolean matches(List<String> patterns, String action) {
			return patterns.stream()
				.map((pattern) -> Pattern.compile("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E",
						Pattern.CASE_INSENSITIVE))
				.anyMatch((pattern) -> pattern.matcher(action).matches());
		}

	}

}
