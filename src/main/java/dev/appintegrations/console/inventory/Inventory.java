package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * The inventory of every account: scans, their items, and single items read afresh.
 */
public interface Inventory {

	/**
	 * Starts a scan, or joins the one that already reads the same regions of the account.
	 * @param account a configured account
	 * @param regions regions of the account's table, or empty for all of them
	 * @param startedBy the user who asks
	 * @return the scan, running
	 * @throws IllegalArgumentException if a region is not in the account's table
	 */
	Scan start(AccountAlias account, Set<Region> regions, String startedBy);

	/**
	 * A scan of an account.
	 * @param account the account
	 * @param id the scan's id
	 * @return the scan as it stands, or empty if the account has none with this id
	 */
	Optional<Scan> find(AccountAlias account, UUID id);

	/**
	 * The newest scan of the whole account, whatever its state.
	 * @param account the account
	 * @return empty if there was none yet
	 */
	Optional<Scan> latest(AccountAlias account);

	/**
	 * Scans of an account, newest first.
	 * @param account the account
	 * @param page number of the page, from 0
	 * @param size scans on a page
	 * @return a page, empty beyond the end
	 */
	List<Scan> history(AccountAlias account, int page, int size);

	/**
	 * How many scans are kept.
	 * @param account the account
	 * @return a number
	 */
	int historySize(AccountAlias account);

	/**
	 * Items of a scan; while it runs, those of the regions that are settled.
	 * @param scan the scan's id
	 * @param query which, in which order
	 * @return a page of them
	 */
	ItemPage items(UUID scan, ItemQuery query);

	/**
	 * Reads one item from AWS now.
	 * @param account the account
	 * @param region where it is
	 * @param kind what it is
	 * @param arn its ARN
	 * @return the item, or empty if AWS says that it does not exist
	 * @throws dev.appintegrations.console.aws.AwsFailedException if AWS could not be
	 * asked or said no
	 */
	Optional<IntegrationDetails> read(AccountAlias account, Region region, Kind kind, Arn arn);

	/**
	 * Watches a scan, from its first event or after a known one.
	 * @param account the account
	 * @param scan the scan's id
	 * @param afterEvent the number of the last event already known, 0 for none
	 * @param listener is given every later event in order; the last one is
	 * {@link ScanEvent#finished()}
	 * @return closes the watch
	 */
	AutoCloseable watch(AccountAlias account, UUID scan, int afterEvent, Consumer<ScanEvent> listener);

	/**
	 * Something that happened in a scan.
	 *
	 * @param number counts from 1 within the scan
	 * @param region the region that is settled, or {@code null} at the end
	 * @param scan the scan as it stands now
	 */
	record ScanEvent(int number, @Nullable RegionScan region, Scan scan) {

		public boolean finished() {
			return this.region == null;
		}

	}

}
