package dev.appintegrations.policy.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.appintegrations.policy.Decision;
import dev.appintegrations.policy.Request;

/**
 * A change of a request that flips its verdict.
 *
 * @param edits what is different, each about another key or the resource
 * @param request the request with all of it, which the evaluator was asked about
 * @param decision what it answered
 */
public record Change(List<Edit> edits, Request request, Decision decision) {

	public Change {
		edits = List.copyOf(edits);
	}

	/**
	 * One thing that is different.
	 */
	public sealed interface Edit {

		/**
		 * Makes the change.
		 * @param request the request as it was
		 * @return the request as it is with the change
		 */
		Request applyTo(Request request);

	}

	/**
	 * A condition key has other values.
	 *
	 * @param key the key in lower case
	 * @param values the values; none means that the key is present without a value
	 */
	public record SetKey(String key, List<String> values) implements Edit {

		public SetKey {
			values = List.copyOf(values);
		}

		@Override
		public Request applyTo(Request request) {
			Map<String, List<String>> context = new TreeMap<>(request.context());
			context.put(this.key, this.values);
			return new Request(request.action(), request.resource(), request.principal(), context);
		}

	}

	/**
	 * A condition key is missing.
	 *
	 * @param key the key in lower case
	 */
	public record RemoveKey(String key) implements Edit {

		@Override
		public Request applyTo(Request request) {
			Map<String, List<String>> context = new TreeMap<>(request.context());
			context.remove(this.key);
			return new Request(request.action(), request.resource(), request.principal(), context);
		}

	}

	/**
	 * It is about another resource.
	 *
	 * @param resource the resource
	 */
	public record UseResource(String resource) implements Edit {

		@Override
		public Request applyTo(Request request) {
			return new Request(request.action(), this.resource, request.principal(), request.context());
		}

	}

}
