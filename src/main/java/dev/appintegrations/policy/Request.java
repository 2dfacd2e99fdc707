package dev.appintegrations.policy;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A request that a policy may allow or deny.
 *
 * @param action such as {@code appflow:DeleteFlow}, without wildcards
 * @param resource the ARN it is about, or {@code *} for an action that knows none
 * @param principal who asks, which only statements that name principals look at, or
 * {@code null}
 * @param context values of condition keys, by key in lower case; a key that is absent is
 * missing, a key with an empty list is present without a value
 */
public record Request(String action, String resource, @Nullable Caller principal, Map<String, List<String>> context) {

	public Request {
		Map<String, List<String>> keys = new TreeMap<>();
		context.forEach((key, values) -> keys.put(key.toLowerCase(Locale.ROOT), List.copyOf(values)));
		context = Collections.unmodifiableMap(keys);
	}

	/**
	 * A request by nobody in particular, as identity policies see it.
	 * @param action the action
	 * @param resource the resource
	 * @param context values of condition keys
	 */
	public Request(String action, String resource, Map<String, List<String>> context) {
		this(action, resource, null, context);
	}

	/**
	 * Who asks.
	 *
	 * @param type which kind of principal, never {@code ANY}
	 * @param value its ARN, account id, service name or identity provider
	 */
	public record Caller(Statement.Principal.Type type, String value) {

	}

}
