package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import dev.appintegrations.console.api.EventStreams;
import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The inventory of every account: scans, their items, and single items read afresh.
 */
@Component
public class Inventory {

	private final Accounts accounts;

	private final Scanner scanner;

	private final ScanStore scans;

	private final ItemStore items;

	private final ScanWatches watches;

	private final DetailsReader details;

	private final ScanCorrections corrections;

	private final HolderReader holders;

	Inventory(Accounts accounts, Scanner scanner, ScanStore scans, ItemStore items, ScanWatches watches,
			DetailsReader details, ScanCorrections corrections, HolderReader holders) {
		this.accounts = accounts;
		this.scanner = scanner;
		this.scans = scans;
		this.items = items;
		this.watches = watches;
		this.details = details;
		this.corrections = corrections;
		this.holders = holders;
	}

	/**
	 * Starts a scan, or joins the one that already reads the same regions of the account.
	 * @param account a configured account
	 * @param regions regions of the account's table, or empty for all of them
	 * @param startedBy the user who asks
	 * @return the scan, running
	 * @throws IllegalArgumentException if a region is not in the account's table
	 */
	public Scan start(AccountAlias account, Set<Region> regions, String startedBy) {
		return this.scanner.start(configured(account), regions, startedBy);
	}

	/**
	 * A scan of an account.
	 * @param account the account
	 * @param id the scan's id
	 * @return the scan as it stands, or empty if the account has none with this id
	 */
	public Optional<Scan> find(AccountAlias account, UUID id) {
		return this.scans.find(id).filter((scan) -> scan.account().equals(account));
	}

	/**
	 * The newest scan of the whole account, whatever its state.
	 * @param account the account
	 * @return empty if there was none yet
	 */
	public Optional<Scan> latest(AccountAlias account) {
		return this.scans.latest(account);
	}

	/**
	 * Scans of an account, newest first.
	 * @param account the account
	 * @param page number of the page, from 0
	 * @param size scans on a page
	 * @return a page, empty beyond the end
	 */
	public List<Scan> history(AccountAlias account, int page, int size) {
		return this.scans.history(account, page, size);
	}

	/**
	 * How many scans are kept.
	 * @param account the account
	 * @return a number
	 */
	public int historySize(AccountAlias account) {
		return this.scans.historySize(account);
	}

	/**
	 * Items of a scan; while it runs, those of the regions that are settled.
	 * @param scan the scan's id
	 * @param query which, in which order
	 * @return a page of them
	 */
	public ItemPage items(UUID scan, ItemQuery query) {
		return this.items.find(scan, query);
	}

	/**
	 * How many items of a scan nobody can delete; while it runs, of those of the regions
	 * that are settled.
	 * @param scan the scan's id
	 * @return a number
	 */
	public int undeletable(UUID scan) {
		return this.items.countUndeletable(scan);
	}

	/**
	 * An item as a scan saw it.
	 * @param scan the scan's id
	 * @param region where it is
	 * @param arn its ARN
	 * @return empty if the scan did not see it
	 */
	public Optional<Integration> item(UUID scan, Region region, Arn arn) {
		return this.items.find(scan, region, arn);
	}

	/**
	 * Reads one item from AWS now.
	 * @param account the account
	 * @param region where it is
	 * @param kind what it is
	 * @param arn its ARN
	 * @return the item, or empty if AWS says that it does not exist
	 * @throws AwsFailedException if AWS could not be asked or said no
	 */
	public Optional<IntegrationDetails> read(AccountAlias account, Region region, Kind kind, Arn arn) {
		return this.details.read(account, region, kind, arn);
	}

	/**
	 * Reads one item from AWS now, with all its associations, as before something is
	 * deleted. The account's id is not checked.
	 * @param account the account
	 * @param region where it is
	 * @param kind what it is
	 * @param arn its whole ARN
	 * @return the item, its associations never {@code null}, or empty if AWS says that it
	 * does not exist
	 * @throws AwsFailedException if anything of it could not be read
	 */
	public Optional<IntegrationDetails> readWhole(AccountAlias account, Region region, Kind kind, Arn arn) {
		return this.details.readWhole(account, region, kind, arn);
	}

	/**
	 * Takes an item out of the newest scan, since it is known to be gone.
	 * @param account the account
	 * @param item its ARN
	 */
	public void forget(AccountAlias account, Arn item) {
		this.corrections.forget(account, item);
	}

	/**
	 * Takes associations of an item out of the newest scan, since they are known to be
	 * gone.
	 * @param account the account
	 * @param item the item's ARN
	 * @param gone the associations' ARNs
	 */
	public void forget(AccountAlias account, Arn item, Collection<Arn> gone) {
		this.corrections.forget(account, item, gone);
	}

	/**
	 * Reads now who holds the associations of items, from the holders' side. Never throws
	 * for what AWS does: what could not be read is unknown, and says why.
	 * @param account the account
	 * @param items items with their associations
	 * @return holdings by the item's ARN
	 */
	public Map<Arn, Holdings> holdings(AccountAlias account, List<IntegrationDetails> items) {
		return this.holders.read(account, items);
	}

	/**
	 * The same for somebody who does not wait long: what takes longer is unknown.
	 * @param account the account
	 * @param items items with their associations
	 * @param atMost how long it may take
	 * @return holdings by the item's ARN
	 */
	public Map<Arn, Holdings> holdings(AccountAlias account, List<IntegrationDetails> items, Duration atMost) {
		return this.holders.read(account, items, atMost);
	}

	/**
	 * Watches a scan, from its first event or after a known one.
	 * @param account the account
	 * @param scan the scan's id
	 * @param afterEvent the number of the last event already known, 0 for none
	 * @param listener is given every later event in order, and must not block; the last
	 * one is {@link ScanEvent#finished()}
	 * @return closes the watch
	 */
	public AutoCloseable watch(AccountAlias account, UUID scan, int afterEvent, Consumer<ScanEvent> listener) {
		return watch(account, scan, afterEvent, false, listener);
	}

	/**
	 * The same, and on after the end of the scan: region by region, that its
	 * associations' holders have been looked for.
	 * @param account the account
	 * @param scan the scan's id
	 * @param afterEvent the number of the last event already known, 0 for none
	 * @param listener is given every later event in order, and must not block; the last
	 * one is {@link ScanEvent#finished()}
	 * @return closes the watch
	 */
	public AutoCloseable watchHolders(AccountAlias account, UUID scan, int afterEvent, Consumer<ScanEvent> listener) {
		return watch(account, scan, afterEvent, true, listener);
	}

	private AutoCloseable watch(AccountAlias account, UUID scan, int afterEvent, boolean holders,
			Consumer<ScanEvent> listener) {
		if (find(account, scan).isEmpty()) {
			throw new IllegalArgumentException("Account " + account + " has no scan " + scan);
		}
		return this.watches.watch(scan, afterEvent, holders, listener);
	}

	private Account configured(AccountAlias alias) {
		return this.accounts.find(alias)
			.orElseThrow(() -> new IllegalArgumentException("No account is configured as " + alias));
	}

	/**
	 * Something that happened in a scan.
	 *
	 * @param number counts within the scan from 1
	 * @param type what happened
	 * @param region the region that it happened to, or {@code null} at the end
	 * @param scan the scan as it stands now
	 * @param finished whether it is the last that the watcher is told
	 */
	public record ScanEvent(int number, Type type, @Nullable RegionScan region, Scan scan,
			boolean finished) implements EventStreams.Event {

		/**
		 * What can happen.
		 */
		public enum Type {

			/** A region is settled. */
			REGION,

			/** The scan has ended. */
			FINISHED,

			/** The holders of a region's associations have been looked for. */
			HOLDERS,

			/** Nobody looks for holders any more. */
			HOLDERS_FINISHED

		}

	}

}
