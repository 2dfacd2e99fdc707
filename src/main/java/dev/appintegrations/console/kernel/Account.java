package dev.appintegrations.console.kernel;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An AWS account that this console is configured for. Holds nothing secret.
 *
 * @param alias its name in paths
 * @param label its name for people
 * @param emulated whether every service has an endpoint override, so nothing real can be
 * reached
 * @param deletionOff why nothing may be deleted in it, a sentence, or {@code null} if
 * something may
 * @param guarded whether its account id must be typed too before anything is deleted
 * @param regions the regions to look at, in the order of AWS's page, added ones last
 */
public record Account(AccountAlias alias, String label, boolean emulated, @Nullable String deletionOff, boolean guarded,
		List<AccountRegion> regions) {

	public Account {
		regions = List.copyOf(regions);
	}

	/**
	 * A region of an account's table.
	 *
	 * @param supported what AWS documents of it
	 * @param excludedBecause why configuration leaves it out, or {@code null} if it does
	 * not
	 * @param added whether configuration adds it, so that it is called though no endpoint
	 * is published
	 */
	public record AccountRegion(SupportedRegion supported, @Nullable String excludedBecause, boolean added) {

		public Region region() {
			return this.supported.region();
		}

	}

}
