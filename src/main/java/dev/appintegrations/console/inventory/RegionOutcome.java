package dev.appintegrations.console.inventory;

/**
 * How the reading of one region ended.
 */
public enum RegionOutcome {

	/** Every list was read to its end: what is not in it does not exist. */
	LISTED,

	/** Some lists were read, some could not be. */
	PARTIAL,

	/** AWS said no. */
	DENIED,

	/** The account has not enabled this region; {@code account:ListRegions} says so. */
	NOT_ENABLED,

	/** AWS publishes no AppIntegrations endpoint there; it was not called. */
	NO_PUBLISHED_ENDPOINT,

	/** No connection. */
	UNREACHABLE,

	/** No answer in time. */
	TIMED_OUT,

	/** Still throttled after all retries. */
	THROTTLED,

	/** The credentials have expired. */
	CREDENTIALS_EXPIRED,

	/** Anything else, with AWS's words. */
	FAILED

}
