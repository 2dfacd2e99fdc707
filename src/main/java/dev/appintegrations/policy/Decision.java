package dev.appintegrations.policy;

/**
 * What policies say of a request.
 */
public enum Decision {

	/** A statement allows it and none denies it. */
	ALLOWED,

	/** A statement denies it. */
	EXPLICIT_DENY,

	/** No statement allows it and none denies it. */
	IMPLICIT_DENY,

	/** It depends on something that this library can't decide, which the reasons name. */
	NOT_SUPPORTED

}
