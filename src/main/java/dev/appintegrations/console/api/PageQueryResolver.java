package dev.appintegrations.console.api;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@code page} and {@code size} of a request.
 */
class PageQueryResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == PageQuery.class;
	}

	@Override
	public PageQuery resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return new PageQuery(number(request, "page", 0), number(request, "size", PageQuery.DEFAULT_SIZE));
	}

	private static int number(NativeWebRequest request, String name, int otherwise) {
		String[] values = request.getParameterValues(name);
		if (values == null) {
			return otherwise;
		}
		if (values.length > 1) {
			throw ProblemException.invalidParameter(name, "is given more than once");
		}
		try {
			return Integer.parseInt(values[0]);
		}
		catch (NumberFormatException ex) {
			throw ProblemException.invalidParameter(name, "must be a whole number up to " + Integer.MAX_VALUE);
		}
	}

}
