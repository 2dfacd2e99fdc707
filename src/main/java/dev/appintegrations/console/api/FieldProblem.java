package dev.appintegrations.console.api;

/**
 * What is wrong with one field of a request.
 *
 * @param field the name of a query parameter or form field, or a JSON path such as
 * {@code $.regions[1]}
 * @param message what is wrong with it, for people
 */
public record FieldProblem(String field, String message) {

}
