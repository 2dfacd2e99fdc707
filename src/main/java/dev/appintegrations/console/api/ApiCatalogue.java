package dev.appintegrations.console.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.swagger.v3.oas.models.OpenAPI;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The calls of the JSON API for people to read, taken from the handlers themselves.
 */
@Component
public class ApiCatalogue {

	private static final Comparator<Call> IN_ORDER = Comparator.comparing(Call::path)
		.thenComparing(Call::method, Comparator.comparing("GET POST PATCH DELETE"::indexOf));

	private final OpenAPI document;

	private final RequestMappingHandlerMapping handlers;

	ApiCatalogue(OpenAPI document, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
		this.document = document;
		this.handlers = handlers;
	}

	/**
	 * All calls, by subject.
	 * @return the subjects in the order of the OpenAPI document, none without a call
	 */
	public List<Subject> subjects() {
		Map<String, List<Call>> calls = this.handlers.getHandlerMethods()
			.entrySet()
			.stream()
			.flatMap((each) -> calls(each.getKey(), each.getValue()))
			.sorted(IN_ORDER)
			.collect(Collectors.groupingBy(Call::subject));
		return this.document.getTags()
			.stream()
			.filter((tag) -> calls.containsKey(tag.getName()))
			.map((tag) -> new Subject(tag.getName(), tag.getDescription(),
					calls.getOrDefault(tag.getName(), List.of())))
			.toList();
	}

	private static Stream<Call> calls(RequestMappingInfo mapping, HandlerMethod handler) {
		Operation operation = handler.getMethodAnnotation(Operation.class);
		Requires requires = handler.getMethodAnnotation(Requires.class);
		Tag tag = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Tag.class);
		if (operation == null || tag == null) {
			return Stream.empty();
		}
		return mapping.getMethodsCondition()
			.getMethods()
			.stream()
			.flatMap((method) -> mapping.getPatternValues()
				.stream()
				.map((path) -> new Call(tag.name(), method.name(), path, operation.summary(),
						operation.description().replace("`", ""), (requires != null) ? requires.value() : null)));
	}

	/**
	 * Calls about one thing.
	 *
	 * @param name such as {@code Scans}
	 * @param description what the thing is
	 * @param calls at least one, by path
	 */
	public record Subject(String name, String description, List<Call> calls) {

	}

	/**
	 * A call.
	 *
	 * @param subject what it is about
	 * @param method HTTP method
	 * @param path path with its variables in braces
	 * @param summary what it does
	 * @param description what else to know, as plain text; may be empty
	 * @param permission the permission that it demands, or {@code null} if none
	 */
	public record Call(String subject, String method, String path, String summary, String description,
			@Nullable Permission permission) {

	}

}
