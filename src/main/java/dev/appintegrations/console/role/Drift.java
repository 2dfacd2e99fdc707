package dev.appintegrations.console.role;

import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.appintegrations.policy.Policy;
import dev.appintegrations.policy.PolicyReader;
import dev.appintegrations.policy.PolicySyntaxException;
import dev.appintegrations.policy.PolicyWriter;
import dev.appintegrations.policy.compare.Comparison;
import dev.appintegrations.policy.compare.PolicyComparison;
import org.jspecify.annotations.Nullable;

/**
 * How a live document differs from the documented one.
 *
 * @param document which document it is, for people
 * @param same whether both say the same, word for word but for layout
 * @param diff the difference as unified diff of the documents in one layout, empty if
 * they are the same
 * @param comparison the difference in meaning, or {@code null} for a document that is no
 * identity policy, or can't be read
 * @param problem why the live document can't be read as a policy, or {@code null}
 */
public record Drift(String document, boolean same, List<String> diff, @Nullable Comparison comparison,
		@Nullable String problem) {

	private static final int CONTEXT_LINES = 3;

	public Drift {
		diff = List.copyOf(diff);
	}

	/**
	 * Compares the live permissions policy with the documented one.
	 * @param live the live document
	 * @return the difference, in text and in meaning
	 */
	public static Drift ofPolicy(String live) {
		return of("Permissions policy", DocumentedRole.POLICY, live, true);
	}

	/**
	 * Compares the live trust policy with the documented one.
	 * @param live the live document
	 * @return the difference, in text
	 */
	public static Drift ofTrust(String live) {
		return of("Trust policy", DocumentedRole.TRUST, live, false);
	}

	private static Drift of(String name, String documented, String live, boolean meaning) {
		Policy before = PolicyReader.read(documented);
		try {
			Policy after = PolicyReader.read(live);
			List<String> old = PolicyWriter.write(before).lines().toList();
			List<String> now = PolicyWriter.write(after).lines().toList();
			return new Drift(name, before.equals(after), diff(old, now),
					meaning ? PolicyComparison.compare(before, after) : null, null);
		}
		catch (PolicySyntaxException ex) {
			return new Drift(name, false, List.of(), null, ex.getMessage());
		}
	}

	private static List<String> diff(List<String> old, List<String> now) {
		return UnifiedDiffUtils.generateUnifiedDiff("documented", "live", old, DiffUtils.diff(old, now), CONTEXT_LINES);
	}

}
