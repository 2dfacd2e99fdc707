package dev.appintegrations.console.access;

import java.util.Map;

import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.Occurrence;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.OpenToAll;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a handler run only for those who have its permission, and writes down who was
 * refused. A handler that names no permission runs for nobody.
 */
class PermissionCheck implements HandlerInterceptor {

	private final ActivityTrail trail;

	private final Accounts accounts;

	PermissionCheck(ActivityTrail trail, Accounts accounts) {
		this.trail = trail;
		this.accounts = accounts;
	}

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
		Permission permission = (requires != null) ? requires.value() : null;
		if (permission == null || !user.may(permission)) {
			String missing = (permission != null) ? permission + " is missing" : "No permission";
			this.trail.note(new Occurrence(user.name(), (permission != null) ? permission.name() : "REQUEST",
					account(request), request.getMethod() + " " + request.getRequestURI()), Outcome.REFUSED, missing);
			throw new AccessDeniedException(missing);
		}
		return true;
	}

	private @Nullable AccountAlias account(HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		Object alias = (variables instanceof Map<?, ?> map) ? map.get("account") : null;
		return this.accounts.all()
			.stream()
			.map(Account::alias)
			.filter((each) -> each.value().equals(alias))
			.findFirst()
			.orElse(null);
	}

	static boolean ours(HandlerMethod method) {
		return method.getBeanType().getPackageName().startsWith("dev.appintegrations.");
	}

}
