package dev.appintegrations.policy;

/**
 * Whether something holds.
 */
enum Truth {

	TRUE, FALSE,

	/** It can't be decided. */
	UNDECIDED;

	static Truth of(boolean holds) {
		return holds ? TRUE : FALSE;
	}

	Truth not() {
		return switch (this) {
			case TRUE -> FALSE;
			case FALSE -> TRUE;
			case UNDECIDED -> UNDECIDED;
		};
	}

}
