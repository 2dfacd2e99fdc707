package dev.appintegrations.console.role.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

	static FlipView of(SmallestChange change) {
		return new FlipView(change.changes().stream().map(FlipView::way).toList(), change.reason());
	}

	private static Way way(Change change) {
		String words = change.edits().stream().map(FlipView::words).collect(Collectors.joining(", and "));
		return new Way(Character.toUpperCase(words.charAt(0)) + words.substring(1), WhatIfView.words(change.decision()),
				query(change.request()));
	}

	private static String words(Edit edit) {
		return switch (edit) {
			case Change.SetKey set when set.values().isEmpty() -> set.key() + " is there without a value";
			case Change.SetKey set ->
				set.key() + " is \u201c" + String.join("\u201d and \u201c", set.values()) + "\u201d";
			case Change.RemoveKey remove -> remove.key() + " is missing";
			case Change.UseResource use -> "the resource is " + use.resource();
		};
	}

	private static String query(Request request) {
		List<String> context = new ArrayList<>();
		request.context().forEach((key, values) -> values.forEach((value) -> {
			context.add(key);
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
