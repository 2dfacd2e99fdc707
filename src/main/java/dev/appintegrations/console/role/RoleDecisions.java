package dev.appintegrations.console.role;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.policy.Evaluation;
import dev.appintegrations.policy.Evaluator;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.PolicySyntaxException;

import org.springframework.stereotype.Component;

/**
 * Answers what the role may do, from the document of its policy that IAM shows, or from
 * the documented one while there is none to be read. Service control policies and
 * permissions boundaries don't limit a service-linked role, so the document decides.
 */
@Component
public class RoleDecisions {

	/** Documents repeat; a policy of AWS's has had one in years. */
	private static final int MOST_COMPILED = 100;

	private final AppIntegrationsRole roles;

	private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

	RoleDecisions(AppIntegrationsRole roles) {
		this.roles = roles;
	}

	/**
	 * The policy that decides now.
	 * @param account a configured account
	 * @return the live policy, or the documented one with the reason
	 */
	public Basis basis(AccountAlias account) {
		RoleReading reading = this.roles.current(account);
		ServiceLinkedRole role = reading.role();
		if (role != null && role.policy() != null) {
			try {
				return new Basis(compile(role.policy().document()), true, "the role's policy, version "
						+ role.policy().versionId() + ", as IAM showed it in the last 5 seconds");
			}
			catch (PolicySyntaxException ex) {
				return new Basis(compile(DocumentedRole.POLICY), false,
						"the documented policy: the one that IAM shows can't be read, " + ex.getMessage());
			}
		}
		String why = switch (reading.state()) {
			case PRESENT -> "the role's policy could not be read";
			case ABSENT -> "the role does not exist";
			case DELETING -> "the role is being deleted";
			case UNKNOWN -> "IAM could not be asked";
		};
		return new Basis(compile(DocumentedRole.POLICY), false, "the documented policy: " + why);
	}

	private Compiled compile(String document) {
		if (this.compiled.size() > MOST_COMPILED) {
			this.compiled.clear();
		}
		return this.compiled.computeIfAbsent(document, (text) -> {
			Policy policy = PolicyReader.read(text);
			return new Compiled(text, policy, Evaluator.of(policy));
		});
	}

	/**
	 * What decides.
	 *
	 * @param compiled the policy
	 * @param live whether it is the one that IAM shows
	 * @param words which policy it is, for people
	 */
	public record Basis(Compiled compiled, boolean live, String words) {

		/**
		 * Answers questions.
		 * @param questions the questions
		 * @return an evaluation of each, in order
		 */
		public List<Evaluation> answer(List<Question> questions) {
			return questions.stream()
				.map((question) -> this.compiled.evaluator().evaluate(question.request()))
				.toList();
		}

	}

	/**
	 * A policy, read and compiled.
	 *
	 * @param document the document
	 * @param policy what it says
	 * @param evaluator decides by it
	 */
	public record Compiled(String document, Policy policy, Evaluator evaluator) {

	}

}
