package dev.appintegrations.policy;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.policy.Request.Caller;
import dev.appintegrations.policy.Statement.Effect;
import dev.appintegrations.policy.Statement.Principal;
import dev.appintegrations.policy.Statement.Principals;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Principal} or {@code NotPrincipal} element, ready to be asked often (IAM user
 * guide, "AWS JSON policy elements: Principal" and "NotPrincipal").
 * <p>
 * An account id and the ARN of its root are the same, and name everybody in the account;
 * an id alone is of whatever partition the other is. A role names its sessions.
 * {@code NotPrincipal} is documented with {@code Deny} only. As IAM may validate the
 * account, the role and the session one by one, it excepts for certain only who is named
 * together with the account, and a session by its role.
 */
final class CompiledPrincipals {

	private final boolean negated;

	private final boolean documented;

	private final boolean everybody;

	private final List<Principal> named;

	private final List<Member> members;

	CompiledPrincipals(Principals principals, Effect effect) {
		this.negated = principals.negated();
		this.documented = !this.negated || effect == Effect.DENY;
		this.named = principals.values();
		this.everybody = this.named.stream()
			.anyMatch((principal) -> principal.type() == Principal.Type.ANY
					|| principal.type() == Principal.Type.AWS && "*".equals(principal.value()));
		this.members = this.named.stream()
			.filter((principal) -> principal.type() == Principal.Type.AWS)
			.map((principal) -> Member.of(principal.value()))
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Whether the element matches who asks.
	 */
	Truth matches(@Nullable Caller caller) {
		if (this.everybody) {
			return Truth.of(!this.negated);
		}
		if (caller == null) {
			return Truth.UNDECIDED;
		}
		boolean itself = this.named.contains(new Principal(caller.type(), caller.value()));
		Member member = (caller.type() == Principal.Type.AWS) ? Member.of(caller.value()) : null;
		if (this.negated) {
			Truth beyond = (member == null || member.isAccount())
					? Truth.of(!itself && (member == null || !any((other) -> other.isAccountOf(member))))
					: beyond(member, itself);
			return (beyond == Truth.TRUE && !this.documented) ? Truth.UNDECIDED : beyond;
		}
		return Truth
			.of(itself || member != null && any((other) -> other.isAccountOf(member) || other.isRoleOf(member)));
	}

	/** Whether a user, role or session is not among those whom NotPrincipal names. */
	private Truth beyond(Member member, boolean itself) {
		boolean account = any((other) -> other.isAccountOf(member));
		boolean role = any((other) -> other.isRoleOf(member));
		if (account && (member.isSession() ? role : itself)) {
			return Truth.FALSE;
		}
		boolean others = any((other) -> !other.isAccount() && other.isIn(member));
		return (!itself && !role && (!account || others)) ? Truth.TRUE : Truth.UNDECIDED;
	}

	private boolean any(Predicate<Member> predicate) {
		return this.members.stream().anyMatch(predicate);
	}

	/**
	 * An account, or a user, role or session in it.
	 *
	 * @param partition its partition, or empty if it goes by the account's id alone
	 * @param account the account's id
	 * @param name what it is called in the account, for the account itself {@code root}
	 */
	private record Member(String partition, String account, String name) {

		private static final Pattern ID = Pattern.compile("\\d{12}");

		private static final Pattern ARN = Pattern.compile("arn:(aws[a-z-]*):(?:iam|sts)::(\\d{12}):(.+)",
				Pattern.DOTALL);

		private static final String ROOT = "root";

		private static final String ROLE = "role/";

		private static final String SESSION = "assumed-role/";

		static @Nullable Member of(String principal) {
			if (ID.matcher(principal).matches()) {
				return new Member("", principal, ROOT);
			}
			Matcher arn = ARN.matcher(principal);
			return arn.matches() ? new Member(arn.group(1), arn.group(2), arn.group(3)) : null;
		}

		boolean isAccount() {
			return this.name.equals(ROOT);
		}

		boolean isSession() {
			return this.name.startsWith(SESSION);
		}

		boolean isIn(Member other) {
			return this.account.equals(other.account) && (this.partition.isEmpty() || other.partition.isEmpty()
					|| this.partition.equals(other.partition));
		}

		boolean isAccountOf(Member other) {
			return isAccount() && isIn(other);
		}

		boolean isRoleOf(Member other) {
			return this.name.startsWith(ROLE) && isIn(other)
					&& other.name.startsWith(SESSION + this.name.substring(this.name.lastIndexOf('/') + 1) + "/");
		}

	}

}
