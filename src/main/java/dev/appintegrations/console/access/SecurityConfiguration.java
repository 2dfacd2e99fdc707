package dev.appintegrations.console.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import dev.appintegrations.console.access.SignInAttempts.TooManyAttemptsException;
import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.Occurrence;
import dev.appintegrations.console.activity.Outcome;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.api.ProblemWriter;
import dev.appintegrations.console.api.Problems;
import dev.appintegrations.console.kernel.Permission;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Two chains: programs sign each request and get problem documents, those that watch over
 * the console among them; people sign in with a form and keep a session.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder(10);
	}

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, ApiRefusals refusals, SignIns signIns, ApiTokens tokens,
			SignInAttempts attempts, ActivityTrail trail, MeterRegistry meters, Clock clock) {
		return headers(http).securityMatcher("/api/**", "/actuator/**")
			.authenticationManager(signIns::program)
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// An event stream ends with an asynchronous dispatch, which is authorised
			// again.
			.securityContext(
					(context) -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
			.addFilterBefore(new TokenSignIn(tokens, attempts, trail, refusals::signIn, meters, clock),
					BasicAuthenticationFilter.class)
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals::signIn))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals::signIn)
				.accessDeniedHandler(refusals::deny))
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health/**")
				.permitAll()
				.requestMatchers("/actuator/**")
				.access((authentication, context) -> new AuthorizationDecision(
						authentication.get().getPrincipal() instanceof CurrentUser user
								&& user.may(Permission.READ_METRICS)))
				.anyRequest()
				.authenticated())
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain site(HttpSecurity http, SessionUser sessions, SignIns signIns, ActivityTrail trail) {
		CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
		csrf.setCookieCustomizer((cookie) -> cookie.sameSite("Strict").httpOnly(true));
		return headers(http).authenticationManager(signIns::person)
			.securityContext((context) -> context.securityContextRepository(sessions))
			.csrf((protection) -> protection.csrfTokenRepository(csrf))
			.requestCache((cache) -> cache.requestCache(pages()))
			.formLogin((form) -> form.loginPage("/sign-in")
				.loginProcessingUrl("/sign-in")
				.failureHandler(signInFailed())
				.defaultSuccessUrl("/"))
			.exceptionHandling((handling) -> handling.accessDeniedHandler((request, response, denied) -> {
				noteForgery(trail, request, denied);
				request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, denied);
				response.sendError(HttpServletResponse.SC_FORBIDDEN);
			}))
			.logout((logout) -> logout.logoutUrl("/sign-out")
				.addLogoutHandler((request, response, authentication) -> signIns.signedOut(authentication))
				.logoutSuccessUrl("/sign-in?signedOut"))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/sign-in", "/sign-in/again", "/assets/**", "/problems/**", "/theme", "/error",
						"/favicon.ico", "/favicon.svg")
				.permitAll()
				.anyRequest()
				.authenticated())
			.build();
	}

	/** A form that was sent without its token, in the name of somebody signed in. */
	private static void noteForgery(ActivityTrail trail, HttpServletRequest request, AccessDeniedException denied) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (denied instanceof CsrfException && authentication != null
				&& authentication.getPrincipal() instanceof CurrentUser user) {
			trail.note(
					new Occurrence(user.name(), "REQUEST", null, request.getMethod() + " " + request.getRequestURI()),
					Outcome.REFUSED, "The form's protection token is missing or old");
		}
	}

	/** Brings people back to the page they asked for, never to what a script fetched. */
	private static CookieRequestCache pages() {
		CookieRequestCache cache = new CookieRequestCache();
		PathPatternRequestMatcher accounts = PathPatternRequestMatcher.withDefaults().matcher("/accounts/**");
		cache.setRequestMatcher((request) -> "GET".equals(request.getMethod()) && accounts.matches(request)
				&& String.valueOf(request.getHeader("Accept")).contains("text/html")
				&& request.getHeader("HX-Request") == null);
		return cache;
	}

	private static AuthenticationFailureHandler signInFailed() {
		return (request, response, failure) -> {
			request.setAttribute("signInFailure", failure);
			if (failure instanceof TooManyAttemptsException tooMany) {
				response.setStatus(429);
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
			}
			else {
				response.setStatus(422);
			}
			request.getRequestDispatcher("/sign-in/again").forward(request, response);
		};
	}

	private static HttpSecurity headers(HttpSecurity http) {
		return http.headers(
				(headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
					.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
					.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
					.crossOriginResourcePolicy((policy) -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
					.addHeaderWriter(new StaticHeadersWriter("Permissions-Policy",
							"camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
	}

	@Bean
	ApiRefusals apiRefusals(ProblemWriter writer, Problems problems) {
		return new ApiRefusals(writer, problems);
	}

	/**
	 * What programs are told when they may not.
	 */
	record ApiRefusals(ProblemWriter writer, Problems problems) {

		void signIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
				throws IOException {
			Problem problem;
			if (failure instanceof TooManyAttemptsException tooMany) {
				problem = Problem.of(ProblemType.TOO_MANY_ATTEMPTS).retryAfter(Duration.ofSeconds(tooMany.seconds()));
			}
			else {
				HttpHeaders headers = new HttpHeaders();
				headers.add(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"AppIntegrations Console\", charset=\"UTF-8\"");
				headers.add(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"AppIntegrations Console\"");
				problem = this.problems.explain(failure).with(headers);
			}
			this.writer.write(request, response, problem);
		}

		void deny(HttpServletRequest request, HttpServletResponse response, RuntimeException denied)
				throws IOException {
			this.writer.write(request, response, this.problems.explain(denied));
		}

	}

}
