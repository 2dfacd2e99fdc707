package dev.appintegrations.console.access.web;

import java.util.Map;
import java.util.stream.Collectors;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form that was sent.
 *
 * @param form which form of the page
 * @param fields what is wrong, by the field's name
 * @param message what is wrong with none of the fields, or {@code null}
 */
record FormErrors(String form, Map<String, String> fields, @Nullable String message) {

	static final FormErrors NONE = new FormErrors("", Map.of(), null);

	static FormErrors of(String form, Problem problem) {
		Map<String, String> fields = problem.errors()
			.stream()
			.filter((error) -> error.field().startsWith("$."))
			.collect(Collectors.toMap((error) -> error.field().substring(2), FieldProblem::message,
					(first, second) -> first));
		return new FormErrors(form, fields, fields.isEmpty() ? problem.detail() + " " + problem.type().advice() : null);
	}

	static FormErrors field(String form, String field, String message) {
		return new FormErrors(form, Map.of(field, message), null);
	}

	/**
	 * What is wrong with a field, for templates.
	 * @param form which form of the page
	 * @param field the field's name
	 * @return a sentence without its subject, or {@code null} if nothing is
	 */
	public @Nullable String at(String form, String field) {
		return this.form.equals(form) ? this.fields.get(field) : null;
	}

}
