package dev.appintegrations.console.role.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.Request.Caller;
import dev.appintegrations.policy.Statement.Principal.Type;
import dev.appintegrations.policy.catalog.Catalog;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Requests to decide, at most 500 of them.
 */
@Schema(name = "EvaluationsRequest", description = "Requests to decide, at most 500.")
record EvaluationsRequest(@Nullable List<@Nullable Asked> requests) {

	private static final int MOST = 500;

	/** How many problems are named at most. */
	private static final int MOST_PROBLEMS = 20;

	private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]{1,64}:[A-Za-z0-9]{1,128}");

	/**
	 * The requests, checked.
	 * @throws ProblemException with the JSON path of what is wrong
	 */
	List<Request> checked() {
		if (this.requests == null || this.requests.isEmpty()) {
			throw refused(List.of(new FieldProblem("$.requests", "must hold at least one request")));
		}
		if (this.requests.size() > MOST) {
			throw refused(List.of(new FieldProblem("$.requests",
					"must hold at most 500 requests; these are " + this.requests.size())));
		}
		List<FieldProblem> errors = new ArrayList<>();
		List<Request> checked = new ArrayList<>();
		for (int i = 0; i < this.requests.size() && errors.size() < MOST_PROBLEMS; i++) {
			Asked asked = this.requests.get(i);
			String path = "$.requests[" + i + "]";
			if (asked == null) {
				errors.add(new FieldProblem(path, "must be an object"));
			}
			else {
				asked.check(path, errors);
				checked.add(asked.request());
			}
		}
		if (!errors.isEmpty()) {
			throw refused(errors);
		}
		return checked;
	}

	static ProblemException refused(List<FieldProblem> errors) {
		return new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, errors));
	}

	/**
	 * A request to decide.
	 */
	@Schema(name = "AskedRequest", description = "A request to decide.")
	record Asked(@Schema(example = "appflow:DeleteFlow") @Nullable String action,
			@Schema(description = "An ARN, or * which is meant without it.") @Nullable String resource,
			@Schema(description = "Who asks, for trust policies.") @Nullable Principal principal,
			@Schema(description = "Values of condition keys; a key that is left out is missing.") @Nullable Map<String, @Nullable List<@Nullable String>> context) {

		void check(String path, List<FieldProblem> errors) {
			if (this.action == null || !ACTION.matcher(this.action).matches()) {
				errors.add(new FieldProblem(path + ".action",
						"must be an action without wildcards, such as appflow:DeleteFlow"));
			}
			else {
				String unknown = Catalog.get().whyUnknown(this.action);
				if (unknown != null) {
					errors.add(new FieldProblem(path + ".action", "is not known: " + unknown));
				}
			}
			checkText(path + ".resource", this.resource, errors);
			if (this.context != null) {
				checkContext(path + ".context", this.context, errors);
			}
			if (this.principal != null && (this.principal.type() == null || this.principal.value() == null
					|| this.principal.type() == Type.ANY)) {
				errors.add(new FieldProblem(path + ".principal",
						"must have a type, AWS, SERVICE, FEDERATED or CANONICAL_USER, and a value"));
			}
			checkText(path + ".principal.value", (this.principal != null) ? this.principal.value() : null, errors);
		}

		private static void checkContext(String path, Map<String, @Nullable List<@Nullable String>> context,
				List<FieldProblem> errors) {
			Set<String> keys = new HashSet<>();
			context.forEach((key, values) -> {
				String place = path + "." + key;
				if (values == null || values.contains(null)) {
					errors.add(new FieldProblem(place, "must be a list of text"));
				}
				else if (!keys.add(key.toLowerCase(Locale.ROOT))) {
					errors.add(new FieldProblem(place, "is given twice: the case of keys does not count"));
				}
				else {
					checkText(place, key, errors);
					for (int i = 0; i < values.size(); i++) {
						checkText(place + "[" + i + "]", values.get(i), errors);
					}
				}
			});
		}

		/** As in a policy: neither is text that AWS could be sent. */
		private static void checkText(String place, @Nullable String text, List<FieldProblem> errors) {
			if (text != null && text.indexOf(0) >= 0) {
				errors.add(new FieldProblem(place.replace('\0', '\uFFFD'), "contains the character NUL"));
			}
			else if (text != null && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
				errors
					.add(new FieldProblem(place.replaceAll("\\p{Cs}", "\uFFFD"), "contains half of a surrogate pair"));
			}
		}

		Request request() {
			Map<String, List<String>> known = new LinkedHashMap<>();
			if (this.context != null) {
				this.context.forEach((key, values) -> known.put(key,
						(values == null) ? List.of() : values.stream().filter(Objects::nonNull).toList()));
			}
			Caller caller = (this.principal != null && this.principal.type() != null && this.principal.value() != null)
					? new Caller(this.principal.type(), this.principal.value()) : null;
			return new Request(Objects.requireNonNullElse(this.action, ""),
					Objects.requireNonNullElse(this.resource, "*"), caller, known);
		}

	}

	/**
	 * Who asks.
	 */
	@Schema(name = "AskingPrincipal", description = "Who asks.")
	record Principal(@Nullable Type type, @Nullable String value) {

	}

}
