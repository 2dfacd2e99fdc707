package dev.appintegrations.emulator.iam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;

/**
 * The managed policy of the role, in its only version.
 */
final class ManagedPolicy {

	static final String NAME = "AppIntegrationsServiceLinkedRolePolicy";

	static final String PATH = "/aws-service-role/";

	static final String ARN = "arn:aws:iam::aws:policy" + PATH + NAME;

	static final String VERSION = "v1";

	static final String CREATED = "2022-09-30T19:42:56Z";

	/** AWS's own ids of managed policies are not published; this one is made up. */
	static final String ID = "ANPAZKAPJZG4EXAMPLE01";

	static final String DOCUMENT = document();

	private ManagedPolicy() {
	}

	private static String document() {
		try {
			return new ClassPathResource("managed-policy.json", ManagedPolicy.class)
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The policy, whose attachments are counted within the account. */
	static String xml(boolean attached) {
		return IamXml.element("PolicyName", NAME) + IamXml.element("PolicyId", ID) + IamXml.element("Arn", ARN)
				+ IamXml.element("Path", PATH) + IamXml.element("DefaultVersionId", VERSION)
				+ IamXml.element("AttachmentCount", attached ? 1 : 0)
				+ IamXml.element("PermissionsBoundaryUsageCount", 0) + IamXml.element("IsAttachable", false)
				+ IamXml.element("CreateDate", CREATED) + IamXml.element("UpdateDate", CREATED);
	}

	static String versionXml(boolean withDocument) {
		return (withDocument ? IamXml.document("Document", DOCUMENT) : "") + IamXml.element("VersionId", VERSION)
				+ IamXml.element("IsDefaultVersion", true) + IamXml.element("CreateDate", CREATED);
	}

}
