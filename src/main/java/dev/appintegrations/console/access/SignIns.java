package dev.appintegrations.console.access;

import java.time.Clock;
import java.time.Duration;

import dev.appintegrations.console.access.SignInAttempts.TooManyAttemptsException;
import dev.appintegrations.console.activity.ActivityTrail;
import dev.appintegrations.console.activity.Occurrence;
import dev.appintegrations.console.activity.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs people and programs in and out, and writes it down: each time for people; for
 * programs, which sign each request, once in a while, and so for attempts that are too
 * many. A name that no user has is not written down, since people type passwords into the
 * wrong field.
 */
@Component
class SignIns {

	static final String NOBODY = "(unknown)";

	static final String SIGN_IN = "SIGN_IN";

	/** Counts attempts, by method and outcome. */
	static final String METER = "console.sign.ins";

	private static final Duration PROGRAM_PERIOD = Duration.ofHours(1);

	static final Duration THROTTLED_PERIOD = Duration.ofMinutes(5);

	private final SignInProvider provider;

	private final UserStore users;

	private final ActivityTrail trail;

	private final MeterRegistry meters;

	private final Clock clock;

	private final Recently programs;

	private final Recently throttled;

	SignIns(SignInProvider provider, UserStore users, ActivityTrail trail, MeterRegistry meters, Clock clock) {
		this.provider = provider;
		this.users = users;
		this.trail = trail;
		this.meters = meters;
		this.clock = clock;
		this.programs = new Recently(clock, PROGRAM_PERIOD);
		this.throttled = new Recently(clock, THROTTLED_PERIOD);
	}

	/** Signs a person in, who sent the form. */
	Authentication person(Authentication attempt) {
		Authentication signedIn = attempt("form", attempt);
		done(signedIn.getName(), "With the form");
		return signedIn;
	}

	/** Signs a request of a program in, which sent a name and a password with it. */
	Authentication program(Authentication attempt) {
		Authentication signedIn = attempt("basic", attempt);
		if (this.programs.first(signedIn.getName() + " " + address(attempt))) {
			done(signedIn.getName(), "With HTTP Basic; noted once an hour");
		}
		return signedIn;
	}

	/** Writes down that somebody has signed out. */
	void signedOut(@Nullable Authentication authentication) {
		if (authentication != null && authentication.getPrincipal() instanceof CurrentUser user) {
			note("SIGN_OUT", user.name(), Outcome.DONE, null);
		}
	}

	private Authentication attempt(String method, Authentication attempt) {
		try {
			Authentication signedIn = this.provider.authenticate(attempt);
			count(method, Outcome.DONE);
			return signedIn;
		}
		catch (TooManyAttemptsException ex) {
			count(method, Outcome.THROTTLED);
			if (this.throttled.first(attempt.getName() + " " + address(attempt))) {
				note(SIGN_IN, known(attempt.getName()), Outcome.THROTTLED,
						"Too many attempts; noted once in five minutes");
			}
			throw ex;
		}
		catch (BadCredentialsException ex) {
			count(method, Outcome.FAILED);
			note(SIGN_IN, known(attempt.getName()), Outcome.FAILED, "Wrong name or password, or a disabled user");
			throw ex;
		}
	}

	private void done(String name, String how) {
		this.users.signedIn(name, this.clock.instant());
		note(SIGN_IN, name, Outcome.DONE, how);
	}

	private String known(String name) {
		return this.users.exists(name) ? name : NOBODY;
	}

	private void count(String method, Outcome outcome) {
		this.meters.counter(METER, "method", method, "outcome", outcome.name()).increment();
	}

	private void note(String operation, String name, Outcome outcome, @Nullable String detail) {
		this.trail.note(new Occurrence(name, operation, null, name), outcome, detail);
	}

	private static String address(Authentication attempt) {
		return (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress() : "";
	}

}
