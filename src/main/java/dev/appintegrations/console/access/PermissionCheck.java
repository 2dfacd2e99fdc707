package dev.appintegrations.console.access;

import dev.appintegrations.console.kernel.OpenToAll;
import dev.appintegrations.console.kernel.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a handler run only for those who have its permission. A handler that names none
 * runs for nobody.
 */
class PermissionCheck implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method) || !ours(method)
				|| method.hasMethodAnnotation(OpenToAll.class)) {
			return true;
		}
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof CurrentUser user)) {
			throw new AuthenticationCredentialsNotFoundException("Not signed in");
		}
		Requires requires = method.getMethodAnnotation(Requires.class);
		if (requires == null || !user.role().has(requires.value())) {
			throw new AccessDeniedException((requires != null) ? requires.value() + " is missing" : "No permission");
		}
		return true;
	}

	static boolean ours(HandlerMethod method) {
		return method.getBeanType().getPackageName().startsWith("dev.appintegrations.");
	}

}
