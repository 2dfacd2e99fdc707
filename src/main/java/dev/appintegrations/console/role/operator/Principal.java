package dev.appintegrations.console.role.operator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom IAM can be asked about, for a caller as STS names it.
 */
sealed interface Principal {

	/**
	 * IAM can be asked about the caller itself.
	 */
	record User(String arn) implements Principal {

	}

	/**
	 * IAM can be asked about the role, whose ARN has a path that the session's lacks.
	 */
	record Session(String roleName) implements Principal {

	}

	/**
	 * IAM can't be asked.
	 *
	 * @param why as a sentence
	 */
	record Nobody(String why) implements Principal {

	}

	Pattern ARN = Pattern
		.compile("arn:[^:]+:(?:iam|sts)::\\d{12}:(root|user|federated-user|assumed-role)(?:/([^/]+).*)?");

	static Principal of(String caller) {
		Matcher arn = ARN.matcher(caller);
		if (!arn.matches()) {
			return new Nobody("STS names the caller in a way that this console does not know: " + caller + ".");
		}
		return switch (arn.group(1)) {
			case "user" -> new User(caller);
			case "assumed-role" -> new Session(arn.group(2));
			case "root" -> new Nobody("The caller is the account's root user, of whom IAM simulates nothing.");
			default -> new Nobody("The caller is a federated user, of whom IAM simulates nothing.");
		};
	}

}
