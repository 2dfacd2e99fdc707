package dev.appintegrations.console.deletion;

import java.util.Set;

import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * What an operator answers to a plan.
 *
 * @param fingerprint of the plan as the operator saw it
 * @param typed what was typed, exactly
 * @param typedAccount the account id that was typed, or {@code null}
 * @param acceptUnproven the regions that could not be read and are accepted
 */
public record Confirmation(String fingerprint, @Nullable String typed, @Nullable String typedAccount,
		Set<Region> acceptUnproven) {

	public Confirmation {
		acceptUnproven = Set.copyOf(acceptUnproven);
	}

}
