package dev.appintegrations.console.role.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.appintegrations.console.role.Question;
import dev.appintegrations.policy.catalog.Catalog;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * The question of the what-if page, as its address carries it: rows of keys and values
 * belong together by position, and rows of one key are its several values.
 *
 * @param action the action
 * @param resource the resource, {@code *} if left out
 * @param key condition keys
 * @param value a value for each
 */
record WhatIfForm(@Nullable String action, @Nullable String resource, List<String> key, List<String> value) {

	private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]{1,64}:[A-Za-z0-9]{1,128}");

	private static final int MOST_ROWS = 50;

	private static final int MOST_LENGTH = 2048;

	private static final int SPARE_ROWS = 2;

	static WhatIfForm of(MultiValueMap<String, String> parameters) {
		return new WhatIfForm(parameters.getFirst("action"), parameters.getFirst("resource"),
				parameters.getOrDefault("key", List.of()), parameters.getOrDefault("value", List.of()));
	}

	static WhatIfForm of(String action, String resource, String... context) {
		List<String> keys = new ArrayList<>();
		List<String> values = new ArrayList<>();
		for (int i = 0; i < context.length; i += 2) {
			keys.add(context[i]);
			values.add(context[i + 1]);
		}
		return new WhatIfForm(action, resource, keys, values);
	}

	boolean asked() {
		return this.action != null && !this.action.isBlank();
	}

	/**
	 * What is wrong with the question, by field; empty if it can be asked.
	 */
	Map<String, String> problems() {
		Map<String, String> problems = new LinkedHashMap<>();
		if (!ACTION.matcher(trimmed(this.action)).matches()) {
			problems.put("action",
					"An action is a service's prefix and a name, such as appflow:DeleteFlow, without wildcards");
		}
		else {
			String unknown = Catalog.get().whyUnknown(trimmed(this.action));
			if (unknown != null) {
				problems.put("action", unknown);
			}
		}
		String resource = trimmed(this.resource);
		if (!resource.isEmpty() && !"*".equals(resource)
				&& (!resource.startsWith("arn:") || resource.split(":", 6).length < 6)) {
			problems.put("resource",
					"A resource is an ARN, such as arn:aws:appflow:eu-west-2:111122223333:flow/x, or *");
		}
		else if (resource.length() > MOST_LENGTH) {
			problems.put("resource", "A resource has at most 2,048 characters");
		}
		if (this.key.size() > MOST_ROWS
				|| this.value.stream().anyMatch((each) -> trimmed(each).length() > MOST_LENGTH)) {
			problems.put("context", "At most 50 rows, of values of at most 2,048 characters");
		}
		else if (rows().stream().anyMatch((row) -> row.key().isEmpty() && !row.value().isEmpty())) {
			problems.put("context", "A value needs the condition key that it is a value of");
		}
		return problems;
	}

	Question question() {
		Map<String, List<String>> context = new LinkedHashMap<>();
		rows().stream()
			.filter((row) -> !row.key().isEmpty())
			.forEach((row) -> context.computeIfAbsent(row.key(), (key) -> new ArrayList<>()).add(row.value()));
		String resource = trimmed(this.resource);
		return new Question(trimmed(this.action), resource.isEmpty() ? "*" : resource, context);
	}

	/**
	 * The rows that were filled in.
	 */
	List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < Math.min(MOST_ROWS + 1, Math.max(this.key.size(), this.value.size())); i++) {
			String key = (i < this.key.size()) ? trimmed(this.key.get(i)) : "";
			String value = (i < this.value.size()) ? this.value.get(i) : "";
			if (!key.isEmpty() || !value.isEmpty()) {
				rows.add(new Row(key, value));
			}
		}
		return rows;
	}

	/**
	 * The rows to show: those filled in, and some to fill in.
	 */
	List<Row> shownRows() {
		List<Row> rows = new ArrayList<>(rows());
		for (int i = 0; i < SPARE_ROWS; i++) {
			rows.add(new Row("", ""));
		}
		return rows;
	}

	/**
	 * The query that asks this question.
	 */
	String query() {
		StringBuilder query = new StringBuilder("?action=").append(encoded(trimmed(this.action)))
			.append("&resource=")
			.append(encoded(trimmed(this.resource)));
		rows().forEach((row) -> query.append("&key=")
			.append(encoded(row.key()))
			.append("&value=")
			.append(encoded(row.value())));
		return query.toString();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String trimmed(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	/**
	 * A row of the context.
	 *
	 * @param key a condition key
	 * @param value a value of it
	 */
	record Row(String key, String value) {

	}

}
