package dev.appintegrations.emulator.wire;

import java.time.Duration;
import java.time.Instant;

/**
 * The conditions under which the emulator runs for an account: what the control API sets
 * and services obey.
 */
public interface Conditions {

	/**
	 * The emulator's time for an account.
	 * @param account twelve digits
	 * @return now, moved on by what the control API added
	 */
	Instant now(String account);

	/**
	 * A quota.
	 * @param account twelve digits
	 * @param name such as {@code dataIntegrations}
	 * @return how many there may be
	 */
	int quota(String account, String name);

	/**
	 * How slow AWS is to agree with itself.
	 * @param account twelve digits
	 * @param name such as {@code readAfterWriteMs}
	 * @return the lag, zero if none is set
	 */
	Duration lag(String account, String name);

	/**
	 * A behaviour of AWS that is not known and can be had both ways.
	 * @param account twelve digits
	 * @param name such as {@code applicationsBlockRole}
	 * @return whether it is on
	 */
	boolean behaviour(String account, String name);

}
