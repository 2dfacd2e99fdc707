package dev.appintegrations.console.aws;

import java.util.Arrays;
import java.util.Optional;

/**
 * The AWS services that the console may call, by the name that signs their requests and
 * prefixes their IAM actions.
 */
public enum AwsService {

	/** Integrations, applications and their associations. */
	APP_INTEGRATIONS("app-integrations"),

	/** Who the credentials belong to, and assumed roles. */
	STS("sts"),

	/** Which regions the account has enabled. */
	ACCOUNT("account"),

	/** The service-linked role. */
	IAM("iam"),

	/** Amazon Connect, which holds associations. */
	CONNECT("connect"),

	/** Customer Profiles, which holds associations. */
	PROFILE("profile"),

	/** Amazon Q in Connect, which holds associations. */
	WISDOM("wisdom");

	private final String prefix;

	AwsService(String prefix) {
		this.prefix = prefix;
	}

	/**
	 * The signing name, which is also the IAM prefix.
	 * @return such as {@code app-integrations}
	 */
	public String prefix() {
		return this.prefix;
	}

	static Optional<AwsService> of(String prefix) {
		return Arrays.stream(values()).filter((service) -> service.prefix.equals(prefix)).findFirst();
	}

}
