package dev.appintegrations.console.access;

import java.io.IOException;
import java.time.Clock;

import dev.appintegrations.console.access.SignInAttempts.TooManyAttemptsException;
import dev.appintegrations.console.access.TokenStore.Owned;
import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.Occurrence;
import dev.appintegrations.console.activity.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs requests in that carry an API token as Bearer. Bad tokens are limited as bad
 * passwords are, for each address; a good one always gets through.
 */
class TokenSignIn extends OncePerRequestFilter {

	private static final String SCHEME = "bearer ";

	/** No user's name has a space. */
	private static final String ATTEMPTS = "api token";

	private final ApiTokens tokens;

	private final SignInAttempts attempts;

	private final ActivityTrail trail;

	private final Recently throttled;

	private final AuthenticationEntryPoint refusal;

	private final MeterRegistry meters;

	private final Clock clock;

	private final SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

	TokenSignIn(ApiTokens tokens, SignInAttempts attempts, ActivityTrail trail, AuthenticationEntryPoint refusal,
			MeterRegistry meters, Clock clock) {
		this.tokens = tokens;
		this.attempts = attempts;
		this.trail = trail;
		this.throttled = new Recently(clock, SignIns.THROTTLED_PERIOD);
		this.refusal = refusal;
		this.meters = meters;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			chain.doFilter(request, response);
			return;
		}
		CurrentUser user;
		try {
			user = signIn(header.substring(SCHEME.length()).strip(), request.getRemoteAddr());
		}
		catch (AuthenticationException ex) {
			this.refusal.commence(request, response, ex);
			return;
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(SignInProvider.signedIn(user));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		chain.doFilter(request, response);
	}

	private CurrentUser signIn(String secret, String address) {
		Owned found = this.tokens.find(secret).orElse(null);
		String fault = fault(found);
		if (found == null || fault != null) {
			throw refused(found, String.valueOf(fault), address);
		}
		this.tokens.used(found.token());
		count(Outcome.DONE);
		return found.user();
	}

	private @Nullable String fault(@Nullable Owned found) {
		if (found == null) {
			return "A token that does not exist, or was revoked";
		}
		if (!found.enabled()) {
			return "Token '" + found.token().name() + "' of a disabled user";
		}
		return found.token().expired(this.clock.instant()) ? "Token '" + found.token().name() + "', which has expired"
				: null;
	}

	private void count(Outcome outcome) {
		this.meters.counter(SignIns.METER, "method", "token", "outcome", outcome.name()).increment();
	}

	private AuthenticationException refused(@Nullable Owned found, String fault, String address) {
		String name = (found != null) ? found.user().name() : SignIns.NOBODY;
		Occurrence occurrence = new Occurrence(name, SignIns.SIGN_IN, null, name);
		try {
			this.attempts.begin(ATTEMPTS, address);
		}
		catch (TooManyAttemptsException ex) {
			count(Outcome.THROTTLED);
			if (this.throttled.first(address)) {
				this.trail.note(occurrence, Outcome.THROTTLED,
						"Too many requests with bad tokens; noted once in five minutes");
			}
			return ex;
		}
		count(Outcome.FAILED);
		this.trail.note(occurrence, Outcome.FAILED, fault);
		return new BadCredentialsException(fault);
	}

}
