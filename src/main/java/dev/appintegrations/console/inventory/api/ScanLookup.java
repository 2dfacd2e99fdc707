package dev.appintegrations.console.inventory.api;

import java.util.Optional;
import java.util.UUID;

import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.inventory.Inventory;
import dev.appintegrations.console.inventory.Scan;
import dev.appintegrations.console.kernel.Account;

import org.springframework.stereotype.Component;

/**
 * Finds the scan that a request names.
 */
@Component
class ScanLookup {

	private final Inventory inventory;

	ScanLookup(Inventory inventory) {
		this.inventory = inventory;
	}

	Optional<Scan> find(Account account, String id) {
		return uuid(id).flatMap((uuid) -> this.inventory.find(account.alias(), uuid));
	}

	Scan get(Account account, String id) {
		return find(account, id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
				"This account has no such scan. Old scans are removed after a while; "
						+ InventoryPaths.scans(account.alias()) + " lists those that are kept."));
	}

	Scan latest(Account account) {
		return this.inventory.latest(account.alias())
			.orElseThrow(() -> new ProblemException(ProblemType.NO_SCAN,
					"Account '" + account.alias() + "' has not been scanned yet. Start a scan with POST "
							+ InventoryPaths.scans(account.alias()) + "."));
	}

	/** {@link UUID#fromString} alone would also read {@code 1-1-1-1-1}. */
	private static Optional<UUID> uuid(String text) {
		try {
			UUID uuid = UUID.fromString(text);
			return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
