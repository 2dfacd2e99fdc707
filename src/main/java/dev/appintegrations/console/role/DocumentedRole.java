package dev.appintegrations.console.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.springframework.core.io.ClassPathResource;

/**
 * The role as AWS documents it: Amazon Connect administrator guide, "Service-linked role
 * permissions for AppIntegrations"; the same document as version {@code v1} of the
 * managed policy, which has not changed since it was created.
 */
public final class DocumentedRole {

	/** The permissions policy. */
	public static final String POLICY = text("documented-policy.json");

	/** The trust policy; AWS documents only the service that it names. */
	public static final String TRUST = text("documented-trust.json");

	/** The version of the managed policy that is documented. */
	public static final String VERSION = "v1";

	/** When that version was created. */
	public static final Instant SINCE = Instant.parse("2022-09-30T19:42:56Z");

	private DocumentedRole() {
	}

	private static String text(String name) {
		try {
			return new ClassPathResource(name, DocumentedRole.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
