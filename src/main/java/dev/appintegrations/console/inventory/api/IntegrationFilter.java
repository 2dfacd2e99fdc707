package dev.appintegrations.console.inventory.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.inventory.HoldingState;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Account.AccountRegion;
import dev.appintegrations.console.kernel.Region;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which items of which scan a program asks for.
 */
record IntegrationFilter(
		@Parameter(description = "Id of a scan; the newest scan of all regions if left out.") @Nullable String scan,
		@Parameter(description = "Only these regions.",
				array = @ArraySchema(
						schema = @Schema(type = "string", example = "eu-west-2"))) @Nullable List<String> region,
		@Parameter(description = "Only these kinds.",
				array = @ArraySchema(schema = @Schema(implementation = Kind.class))) @Nullable List<String> kind,
		@Parameter(description = "Found in name, ARN, source or description, whatever the case.",
				schema = @Schema(type = "string", maxLength = IntegrationFilter.MAX_TEXT)) @Nullable String q,
		@Parameter(
				description = "Only items with (true) or without (false) associations.") @Nullable Boolean associated,
		@Parameter(
				description = "Only items with a bulk-export association, which nobody can delete.") @Nullable Boolean undeletable,
		@Parameter(
				description = "Only items whose associations come to this; the most troubling one counts. Items of which nobody knows yet are left out.") @Nullable HoldingState holding,
		@Parameter(description = "What to sort by, then asc or desc.",
				schema = @Schema(type = "string", pattern = IntegrationFilter.SORT,
						defaultValue = "name,asc")) @Nullable String sort,
		@Parameter(description = "Answers 503 rather than a list with holes.") @Nullable Boolean requireComplete) {

	static final int MAX_TEXT = 256;

	static final String SORT = "^(name|kind|region|source|associations)(,(asc|desc))?$";

	/**
	 * The query over a scan's items.
	 * @param account the account, whose regions may be named
	 * @param page the page asked for
	 * @return the query
	 * @throws ProblemException naming every parameter that is wrong
	 */
	ItemQuery toQuery(Account account, PageQuery page) {
		List<FieldProblem> errors = new ArrayList<>();
		Set<Region> regions = values("region", this.region, regions(account), errors);
		Set<Kind> kinds = values("kind", this.kind, kinds(), errors);
		if (this.q != null && this.q.length() > MAX_TEXT) {
			errors.add(new FieldProblem("q", "must have at most " + MAX_TEXT + " characters"));
		}
		if (this.sort != null && !this.sort.matches(SORT)) {
			errors.add(new FieldProblem("sort",
					"must be one of name, kind, region, source, associations; then ,asc or ,desc or nothing"));
		}
		if (!errors.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, errors));
		}
		String[] order = Objects.requireNonNullElse(this.sort, "name").split(",");
		return new ItemQuery(regions, kinds, this.q, this.associated, Boolean.TRUE.equals(this.undeletable),
				this.holding, ItemQuery.Sort.valueOf(order[0].toUpperCase(Locale.ROOT)),
				order.length > 1 && "desc".equals(order[1]), page.number(), page.size());
	}

	private static <T> Set<T> values(String field, @Nullable List<String> given, Map<String, T> allowed,
			List<FieldProblem> errors) {
		Set<T> values = new LinkedHashSet<>();
		for (String each : Objects.requireNonNullElse(given, List.<String>of())) {
			T value = allowed.get(each);
			if (value != null) {
				values.add(value);
			}
			else {
				errors.add(new FieldProblem(field, "must be one of " + String.join(", ", allowed.keySet())));
				break;
			}
		}
		return values;
	}

	private static Map<String, Region> regions(Account account) {
		Map<String, Region> regions = new LinkedHashMap<>();
		account.regions().stream().map(AccountRegion::region).forEach((region) -> regions.put(region.code(), region));
		return regions;
	}

	private static Map<String, Kind> kinds() {
		return Arrays.stream(Kind.values())
			.collect(Collectors.toMap(Kind::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
	}

}
