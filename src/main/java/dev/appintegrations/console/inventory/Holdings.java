package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Map;

import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.kernel.Arn;

/**
 * Who holds the associations of one integration or application.
 *
 * @param byAssociation one holding for each of its associations
 * @param holders every holder that names the item, those whose association is already
 * gone included, of the services that could be read to the end
 * @param failures calls that failed
 */
public record Holdings(Map<Arn, Holding> byAssociation, List<Holder> holders, List<ScanFailure> failures) {

	public Holdings {
		byAssociation = Map.copyOf(byAssociation);
		holders = List.copyOf(holders);
		failures = List.copyOf(failures);
	}

	/**
	 * Who holds an association.
	 * @param association its ARN
	 * @return a holding; unknown if it was not looked for
	 */
	public Holding of(Arn association) {
		return this.byAssociation.getOrDefault(association,
				new Holding.Unknown("Nobody has looked for the holder of this association yet.", List.of()));
	}

}
