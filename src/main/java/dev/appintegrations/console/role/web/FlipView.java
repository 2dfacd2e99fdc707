package dev.appintegrations.console.role.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.Request;
import dev.appintegrations.policy.compare.Change;
import dev.appintegrations.policy.compare.Change.Edit;
import dev.appintegrations.policy.compare.SmallestChange;
import org.jspecify.annotations.Nullable;

/**
 * What would flip a verdict, for people.
 *
 * @param changes ways to flip it
 * @param reason why there is none, or {@code null}
 */
record FlipView(List<Way> changes, @Nullable String reason) {

	/**
	 * Prepares the changes.
	 * @param change the changes
	 * @param policy the policy, whose spelling of condition keys is used
	 */
	static FlipView of(SmallestChange change, Policy policy) {
		Map<String, String> spelling = new HashMap<>();
		policy.statements()
			.forEach((statement) -> statement.conditions()
				.forEach((condition) -> spelling.put(condition.key().toLowerCase(Locale.ROOT), condition.key())));
		return new FlipView(change.changes().stream().map((each) -> way(each, spelling)).toList(), change.reason());
	}

	private static Way way(Change change, Map<String, String> spelling) {
		String words = change.edits()
			.stream()
			.map((edit) -> words(edit, spelling))
			.collect(Collectors.joining(", and "));
		return new Way("If " + words, WhatIfView.words(change.decision()), query(change.request(), spelling));
	}

	private static String words(Edit edit, Map<String, String> spelling) {
		return switch (edit) {
			case Change.SetKey set when set.values().isEmpty() ->
				spelt(set.key(), spelling) + " is there without a value";
			case Change.SetKey set ->
				spelt(set.key(), spelling) + " is \u201c" + String.join("\u201d and \u201c", set.values()) + "\u201d";
			case Change.RemoveKey remove -> spelt(remove.key(), spelling) + " is missing";
			case Change.UseResource use -> "the resource is " + use.resource();
		};
	}

	private static String spelt(String key, Map<String, String> spelling) {
		return spelling.getOrDefault(key, key);
	}

	private static String query(Request request, Map<String, String> spelling) {
		List<String> context = new ArrayList<>();
		request.context().forEach((key, values) -> values.forEach((value) -> {
			context.add(spelt(key, spelling));
			context.add(value);
		}));
		return WhatIfForm.of(request.action(), request.resource(), context.toArray(String[]::new)).query();
	}

	/**
	 * A way to flip the verdict.
	 *
	 * @param words what must be different
	 * @param verdict the verdict then
	 * @param query asks the question that is so changed
	 */
	record Way(String words, String verdict, String query) {

	}

}
