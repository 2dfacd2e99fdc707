package dev.appintegrations.policy.findings;

import dev.appintegrations.policy.catalog.Catalog;

/**
 * What findings rest on.
 */
final class Sources {

	static final String SET_OPERATORS = guide("Single-valued vs. multivalued context keys");

	static final String VARIABLES = guide("IAM policy elements: Variables and tags");

	static final String GLOBAL_KEYS = guide("AWS global condition context keys");

	static final String NOT_ACTION = guide("IAM JSON policy elements: NotAction");

	static final String NOT_RESOURCE = guide("IAM JSON policy elements: NotResource");

	static final String NOT_PRINCIPAL = guide("AWS JSON policy elements: NotPrincipal");

	static final String QUOTAS = guide("IAM and AWS STS quotas");

	static final String EVALUATION = guide("Policy evaluation logic");

	private Sources() {
	}

	static String actions() {
		return Catalog.get().source().toString();
	}

	private static String guide(String page) {
		return "AWS Identity and Access Management User Guide, " + page + ", as of autumn 2026";
	}

}
