package dev.appintegrations.console.inventory.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.console.api.PageQuery;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.inventory.HoldingState;
import dev.appintegrations.console.inventory.ItemQuery;
import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * What people have chosen on the integrations page, as its address carries it.
 *
 * @param scan id of the scan to look at, or {@code null} for the latest
 * @param region region codes
 * @param kind kinds
 * @param q text to find
 * @param associated {@code yes}, {@code no} or nothing
 * @param undeletable whether to show only what can't be deleted
 * @param holding how much is known of who holds the associations
 * @param hide columns to hide
 * @param sort column and direction, such as {@code name,desc}
 */
record IntegrationsForm(@Nullable String scan, @Nullable List<String> region, @Nullable List<String> kind,
		@Nullable String q, @Nullable String associated, @Nullable String undeletable, @Nullable String holding,
		@Nullable List<String> hide, @Nullable String sort) {

	private static final int MOST_TEXT = 200;

	/**
	 * What to look for.
	 * @param account whose regions may be named
	 * @param page which part of it
	 * @return a query
	 * @throws ProblemException if something that was chosen does not exist
	 */
	ItemQuery toQuery(Account account, PageQuery page) {
		if (this.q != null && this.q.length() > MOST_TEXT) {
			throw ProblemException.invalidParameter("q", "must have at most " + MOST_TEXT + " characters");
		}
		Sorting sorting = Sorting.of(this.sort);
		return new ItemQuery(regions(account), kinds(), this.q, yesOrNo(), onlyUndeletable(), state(), sorting.column(),
				sorting.descending(), page.number(), page.size());
	}

	Sorting sorting() {
		return Sorting.of(this.sort);
	}

	Set<String> hidden() {
		return (this.hide != null) ? Set.copyOf(this.hide) : Set.of();
	}

	private Set<Region> regions(Account account) {
		List<Region> known = account.regions().stream().map(Account.AccountRegion::region).toList();
		return values(this.region)
			.map((code) -> known.stream()
				.filter((each) -> each.code().equals(code))
				.findFirst()
				.orElseThrow(() -> ProblemException.invalidParameter("region",
						"must be a region of this account, such as " + known.getFirst())))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private Set<Kind> kinds() {
		return values(this.kind)
			.map((name) -> Arrays.stream(Kind.values())
				.filter((each) -> each.name().equals(name))
				.findFirst()
				.orElseThrow(() -> ProblemException.invalidParameter("kind",
						"must be one of "
								+ Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(", ")))))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private @Nullable Boolean yesOrNo() {
		return switch (this.associated) {
			case "yes" -> true;
			case "no" -> false;
			case "" -> null;
			case null -> null;
			default -> throw ProblemException.invalidParameter("associated", "must be yes or no");
		};
	}

	private boolean onlyUndeletable() {
		return switch (this.undeletable) {
			case "true" -> true;
			case "false", "" -> false;
			case null -> false;
			default -> throw ProblemException.invalidParameter("undeletable", "must be true or false");
		};
	}

	private @Nullable HoldingState state() {
		if (this.holding == null || this.holding.isBlank()) {
			return null;
		}
		return Arrays.stream(HoldingState.values())
			.filter((each) -> each.name().equals(this.holding))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidParameter("holding", "must be one of "
					+ Arrays.stream(HoldingState.values()).map(Enum::name).collect(Collectors.joining(", "))));
	}

	/** Whether anything is filtered, so that an empty list proves nothing. */
	boolean filters() {
		return values(this.region).findAny().isPresent() || values(this.kind).findAny().isPresent()
				|| (this.q != null && !this.q.isBlank()) || yesOrNo() != null || onlyUndeletable() || state() != null;
	}

	private static Stream<String> values(@Nullable List<String> values) {
		return (values != null) ? values.stream().filter((value) -> !value.isBlank()) : Stream.of();
	}

	/**
	 * The address of this page with one thing changed.
	 * @param name the parameter to change
	 * @param value its new value, or {@code null} to leave it out
	 * @return a query string that begins with a question mark
	 */
	String with(String name, @Nullable String value) {
		StringBuilder query = new StringBuilder();
		add(query, "scan", this.scan, name);
		values(this.region).forEach((each) -> add(query, "region", each, name));
		values(this.kind).forEach((each) -> add(query, "kind", each, name));
		add(query, "q", this.q, name);
		add(query, "associated", this.associated, name);
		add(query, "undeletable", this.undeletable, name);
		add(query, "holding", this.holding, name);
		values(this.hide).forEach((each) -> add(query, "hide", each, name));
		add(query, "sort", this.sort, name);
		add(query, name, value, "");
		return "?" + query;
	}

	/** The address without one of several values. */
	String without(String name, String value) {
		IntegrationsForm rest = new IntegrationsForm(this.scan,
				"region".equals(name) ? less(this.region, value) : this.region,
				"kind".equals(name) ? less(this.kind, value) : this.kind, this.q, this.associated, this.undeletable,
				this.holding, this.hide, this.sort);
		return rest.with("", null);
	}

	private static @Nullable List<String> less(@Nullable List<String> values, String value) {
		return (values != null) ? values.stream().filter((each) -> !each.equals(value)).toList() : null;
	}

	private static void add(StringBuilder query, String name, @Nullable String value, String changed) {
		if (value != null && !value.isBlank() && !name.equals(changed)) {
			query.append((query.isEmpty()) ? "" : "&")
				.append(name)
				.append('=')
				.append(UriUtils.encode(value, StandardCharsets.UTF_8));
		}
	}

	/**
	 * A column to sort by.
	 */
	record Sorting(ItemQuery.Sort column, boolean descending) {

		static Sorting of(@Nullable String sort) {
			if (sort == null || sort.isBlank()) {
				return new Sorting(ItemQuery.Sort.NAME, false);
			}
			String[] parts = sort.split(",", -1);
			return Arrays.stream(ItemQuery.Sort.values())
				.filter((column) -> column.name().toLowerCase(Locale.ROOT).equals(parts[0]))
				.filter((column) -> parts.length == 1
						|| (parts.length == 2 && List.of("asc", "desc").contains(parts[1])))
				.findFirst()
				.map((column) -> new Sorting(column, parts.length == 2 && "desc".equals(parts[1])))
				.orElseThrow(() -> ProblemException.invalidParameter("sort",
						"must be name, kind, region, source or associations, with ,desc for the reverse order"));
		}

	}

}
