package dev.appintegrations.console.inventory.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.Region;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to scan.
 */
@Schema(name = "ScanRequest", description = "What to scan; without a body, all regions.")
record ScanRequest(@Schema(description = "Codes of the regions to read; all of the account's if left out.",
		example = "[\"eu-west-2\", \"us-east-1\"]") @Nullable List<@Nullable String> regions) {

	/**
	 * The regions asked for.
	 * @param account the account to scan
	 * @return regions of the account's table, empty for all of them
	 */
	Set<Region> regionsOf(Account account) {
		if (this.regions == null) {
			return Set.of();
		}
		if (this.regions.isEmpty()) {
			throw unprocessable(List
				.of(new FieldProblem("$.regions", "must name at least one region; leave it out to read them all")));
		}
		Map<String, AccountRegion> table = account.regions()
			.stream()
			.collect(Collectors.toMap((region) -> region.region().code(), Function.identity(), (a, b) -> a,
					LinkedHashMap::new));
		List<FieldProblem> errors = new ArrayList<>();
		for (int i = 0; i < this.regions.size(); i++) {
			String code = this.regions.get(i);
			AccountRegion region = (code != null) ? table.get(code) : null;
			if (region == null) {
				errors.add(new FieldProblem("$.regions[" + i + "]",
						"must be a region of this account: " + String.join(", ", table.keySet())));
			}
			else if (region.excludedBecause() != null) {
				errors.add(new FieldProblem("$.regions[" + i + "]",
						"is left out by configuration: " + region.excludedBecause()));
			}
		}
		if (!errors.isEmpty()) {
			throw unprocessable(errors);
		}
		return table.values()
			.stream()
			.map(AccountRegion::region)
			.filter((region) -> this.regions.contains(region.code()))
			.collect(Collectors.toSet());
	}

	private static ProblemException unprocessable(List<FieldProblem> errors) {
		return new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, errors));
	}

}
