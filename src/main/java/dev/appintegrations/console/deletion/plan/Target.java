package dev.appintegrations.console.deletion.plan;

import java.util.Objects;

import dev.appintegrations.console.inventory.Kind;
import dev.appintegrations.console.kernel.Arn;
import dev.appintegrations.console.kernel.Region;
import dev.appintegrations.console.role.RoleNames;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an operator asks to be deleted, by its ARN.
 *
 * @param kind what it is
 * @param region where it is, or {@code null} for the role
 * @param arn its ARN
 */
public record Target(TargetKind kind, @Nullable Region region, Arn arn) {

	private static final String ASSOCIATION = "-association";

	/**
	 * Reads a target.
	 * @param text the ARN of an integration, an application, an association of one, or of
	 * the AppIntegrations service-linked role
	 * @param accountId the account that it must belong to
	 * @return the target
	 * @throws IllegalArgumentException if the text is none of these, or another account's
	 */
	public static Target parse(String text, String accountId) {
		Arn arn = Arn.parse(text);
		if (!arn.accountId().equals(accountId)) {
			throw new IllegalArgumentException(
					"It belongs to account " + arn.accountId() + ", and this is account " + accountId);
		}
		if (text.equals(RoleNames.arn(accountId))) {
			return new Target(TargetKind.ROLE, null, arn);
		}
		if ("app-integrations".equals(arn.service()) && "aws".equals(arn.partition())) {
			String type = arn.resource().substring(0, Math.max(0, arn.resource().indexOf('/')));
			for (TargetKind kind : TargetKind.values()) {
				if (kind.kind() != null && type.equals(type(kind, kind.kind())) && !arn.resourceId().isEmpty()
						&& (!kind.association() || arn.resourceId().lastIndexOf('/') > 0)) {
					return new Target(kind, new Region(arn.region()), arn);
				}
			}
		}
		throw new IllegalArgumentException(
				"Only integrations, applications, their associations and the role of AppIntegrations can be deleted here");
	}

	private static String type(TargetKind target, Kind kind) {
		return kind.resourceType() + (target.association() ? ASSOCIATION : "");
	}

	/**
	 * The item itself, or the parent of an association. Names of event integrations may
	 * contain slashes, ids of associations do not.
	 * @return an ARN
	 * @throws NullPointerException if this is the role
	 */
	public Arn item() {
		if (!this.kind.association()) {
			return this.arn;
		}
		Kind parent = Objects.requireNonNull(this.kind.kind());
		String id = this.arn.resourceId();
		return new Arn(this.arn.partition(), this.arn.service(), this.arn.region(), this.arn.accountId(),
				parent.resourceType() + "/" + id.substring(0, id.lastIndexOf('/')));
	}

}
