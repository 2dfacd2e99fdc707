package dev.appintegrations.console.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells requests to the JSON API from requests to pages.
 */
public final class ApiPaths {

	private static final String PREFIX = "/api/";

	private ApiPaths() {
	}

	/**
	 * Whether a request is one to the JSON API, also while its error is dispatched.
	 * @param request any request
	 * @return whether its answer is JSON whatever happens
	 */
	public static boolean contains(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed instanceof String uri) ? uri : request.getRequestURI();
		return path.startsWith(PREFIX) || path.equals("/api");
	}

}
