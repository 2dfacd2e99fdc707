package dev.appintegrations.console.kernel;

/**
 * An Amazon Resource Name, kept exactly as AWS wrote it.
 *
 * @param partition such as {@code aws}
 * @param service such as {@code app-integrations}
 * @param region a region code, empty for global services
 * @param accountId twelve digits, or empty
 * @param resource everything after the fifth colon
 */
public record Arn(String partition, String service, String region, String accountId, String resource) {

	/**
	 * Reads an ARN.
	 * @param text {@code arn:partition:service:region:account:resource}
	 * @return its parts
	 * @throws IllegalArgumentException if the text is not an ARN
	 */
	public static Arn parse(String text) {
		String[] parts = text.split(":", 6);
		if (parts.length != 6 || !"arn".equals(parts[0]) || parts[5].isEmpty()) {
			throw new IllegalArgumentException("Not an ARN: " + text);
		}
		return new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
	}

	/**
	 * The resource without its type: {@code a/b} of {@code event-integration/a/b}.
	 * @return everything after the resource's first slash, or the whole resource
	 */
	public String resourceId() {
		return this.resource.substring(this.resource.indexOf('/') + 1);
	}

	@Override
	public String toString() {
		return String.join(":", "arn", this.partition, this.service, this.region, this.accountId, this.resource);
	}

}
