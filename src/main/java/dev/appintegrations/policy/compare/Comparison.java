package dev.appintegrations.policy.compare;

import java.util.List;

/**
 * How two policies relate by what they allow.
 *
 * @param relation the relation
 * @param witnesses requests that one policy allows and the other does not, the most
 * telling first, each verified by the evaluator; a handful, also if there are more
 * @param notSupported what could not be decided, in words; not empty exactly if the
 * relation is {@link Relation#NOT_SUPPORTED}
 */
public record Comparison(Relation relation, List<Witness> witnesses, List<String> notSupported) {

	public Comparison {
		witnesses = List.copyOf(witnesses);
		notSupported = List.copyOf(notSupported);
	}

	/**
	 * Relations of the later policy to the earlier one.
	 */
	public enum Relation {

		/** Both allow the same requests. */
		EQUAL,

		/** The later one allows less, and nothing else. */
		NARROWER,

		/** The later one allows more, and everything that the earlier one does. */
		WIDER,

		/** Each allows something that the other does not. */
		DIFFERENT,

		/**
		 * It depends on something that can't be decided; the witnesses that are known are
		 * true all the same.
		 */
		NOT_SUPPORTED

	}

}
