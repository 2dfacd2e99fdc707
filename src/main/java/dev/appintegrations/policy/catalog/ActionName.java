package dev.appintegrations.policy.catalog;

/**
 * An action or a pattern of actions, in lower case.
 *
 * @param service prefix of its service; empty if there is none
 * @param name what comes after the colon
 */
record ActionName(String service, String name) {

	static ActionName of(String action) {
		String folded = Spelling.folded(action);
		int colon = folded.indexOf(':');
		return (colon < 0) ? new ActionName("", folded)
				: new ActionName(folded.substring(0, colon), folded.substring(colon + 1));
	}

	boolean isEverything() {
		return "*".equals(this.name) && (this.service.isEmpty() || "*".equals(this.service));
	}

}
