package dev.appintegrations.console.access;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps in the session the user's id, with how often the user's sessions had been ended
 * when it began, and nothing else: who that is, what it may do and whether the session
 * was ended is read from the database with each request.
 */
@Component
public class SessionUser implements SecurityContextRepository {

	static final String ATTRIBUTE = "userId";

	private final UserStore users;

	SessionUser(UserStore users) {
		this.users = users;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		Supplier<SecurityContext> context = SingletonSupplier.of(() -> load(request));
		return new DeferredSecurityContext() {

			@Override
			public SecurityContext get() {
				return context.get();
			}

			@Override
			public boolean isGenerated() {
				return context.get().getAuthentication() == null;
			}

		};
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return load(holder.getRequest());
	}

	private SecurityContext load(HttpServletRequest request) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		HttpSession session = request.getSession(false);
		if (session != null && session.getAttribute(ATTRIBUTE) instanceof String value) {
			this.users.byId(value.split(" ", 2)[0])
				.filter((user) -> value(user).equals(value))
				.ifPresent((user) -> context.setAuthentication(SignInProvider.signedIn(user)));
		}
		return context;
	}

	@Override
	public void saveContext(@Nullable SecurityContext context, HttpServletRequest request,
			HttpServletResponse response) {
		Authentication authentication = (context != null) ? context.getAuthentication() : null;
		if (authentication != null && authentication.getPrincipal() instanceof CurrentUser user) {
			request.getSession(true).setAttribute(ATTRIBUTE, value(user));
		}
		else {
			HttpSession session = request.getSession(false);
			if (session != null) {
				session.removeAttribute(ATTRIBUTE);
			}
		}
	}

	/**
	 * Lets the present session go on after the user's sessions were ended, under another
	 * id.
	 * @param user the user, as the database has it now
	 * @param request the request whose session it is
	 */
	public void renew(CurrentUser user, HttpServletRequest request) {
		HttpSession session = request.getSession(true);
		request.changeSessionId();
		session.setAttribute(ATTRIBUTE, value(user));
	}

	private static String value(CurrentUser user) {
		return user.id() + " " + user.sessionsEnded();
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(ATTRIBUTE) != null;
	}

}
