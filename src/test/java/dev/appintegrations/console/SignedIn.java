package dev.appintegrations.console;

import java.nio.charset.StandardCharsets;

import dev.appintegrations.console.access.CurrentUser;
import dev.appintegrations.console.access.Role;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Makes requests as one of the demo's users.
 */
public final class SignedIn {

	private SignedIn() {
	}

	/**
	 * The text of an answer.
	 * @param answer what the console answered
	 * @return its body
	 */
	public static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	public static RequestPostProcessor viewer() {
		return as("viewer", Role.VIEWER);
	}

	public static RequestPostProcessor operator() {
		return as("operator", Role.OPERATOR);
	}

	public static RequestPostProcessor admin() {
		return as("admin", Role.ADMIN);
	}

	private static RequestPostProcessor as(String name, Role role) {
		return as(new CurrentUser("id-of-" + name, name, role));
	}

	public static RequestPostProcessor as(CurrentUser user) {
		return SecurityMockMvcRequestPostProcessors
			.authentication(new TestingAuthenticationToken(user, null, "ROLE_" + user.role()));
	}

}
