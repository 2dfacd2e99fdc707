package dev.appintegrations.console.api;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses query parameters that a handler of the API does not know: who misspells a
 * filter is told, rather than given everything.
 */
class KnownParameters implements HandlerInterceptor {

	private static final String OURS = "dev.appintegrations.";

	private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && method.getBeanType().getPackageName().startsWith(OURS)) {
			Set<String> known = this.known.computeIfAbsent(method, KnownParameters::of);
			UriComponentsBuilder.newInstance()
				.query(request.getQueryString())
				.build()
				.getQueryParams()
				.keySet()
				.stream()
				.map((name) -> StringUtils.uriDecode(name, StandardCharsets.UTF_8))
				.filter((name) -> !known.contains(name))
				.findFirst()
				.ifPresent((name) -> {
					throw ProblemException.invalidParameter(printable(name),
							"is not known here" + (known.isEmpty() ? "" : "; known are " + String.join(", ", known)));
				});
		}
		return true;
	}

	private static Set<String> of(HandlerMethod method) {
		Set<String> names = new TreeSet<>();
		for (MethodParameter parameter : method.getMethodParameters()) {
			names(parameter).forEach(names::add);
		}
		return names;
	}

	private static Stream<String> names(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
		if (type == PageQuery.class) {
			return Stream.of("page", "size");
		}
		if (named != null) {
			return Stream.of(name(parameter, named));
		}
		if (type.isRecord() && parameter.hasParameterAnnotation(ParameterObject.class)) {
			return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
		}
		return Stream.empty();
	}

	private static String name(MethodParameter parameter, RequestParam annotation) {
		parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
		@Nullable String own = parameter.getParameterName();
		return annotation.name().isEmpty() ? String.valueOf(own) : annotation.name();
	}

	private static String printable(String name) {
		String plain = name.replaceAll("\\p{C}", "\uFFFD");
		return (plain.length() > 100) ? plain.substring(0, 100) + "\u2026" : plain;
	}

}
