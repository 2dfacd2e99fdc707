package dev.appintegrations.console.deletion.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a deletion will do, step by step, and what it will not.
 *
 * @param account the account's alias
 * @param accountId its twelve digits
 * @param request what was asked for
 * @param steps what is done, in an order in which it can be done; empty if nothing can
 * @param going what will be gone in the end
 * @param kept what is asked for but stays on purpose
 * @param blocked what is asked for and can't be deleted
 * @param unproven regions that could not be read, with the reason; each must be accepted
 * @param warnings what else the operator must know, sentences
 * @param confirmation what must be typed, or {@code null} if there is nothing to do
 * @param definitions how everything that goes was defined
 */
public record DeletionPlan(AccountAlias account, String accountId, PlanRequest request, List<PlannedStep> steps,
		List<Going> going, List<Kept> kept, List<Blocked> blocked, List<Unproven> unproven, List<String> warnings,
		@Nullable Confirmation confirmation, List<Definition> definitions) {

	public DeletionPlan {
		steps = List.copyOf(steps);
		going = List.copyOf(going);
		kept = List.copyOf(kept);
		blocked = List.copyOf(blocked);
		unproven = List.copyOf(unproven);
		warnings = List.copyOf(warnings);
		definitions = List.copyOf(definitions);
	}

	/**
	 * What the operator sees, as a digest: account id, ids, ARNs, relations, holders,
	 * names, descriptions, tags and settings, never execution status, last use or times.
	 * A plan made anew from an unchanged world has the same one.
	 * @return 64 hexadecimal digits
	 */
	public String fingerprint() {
		Map<String, Object> seen = new LinkedHashMap<>();
		seen.put("accountId", this.accountId);
		seen.put("force", this.request.force());
		seen.put("everything", this.request.everything());
		seen.put("steps",
				this.steps.stream()
					.map((step) -> List.of(step.kind().name(), (step.region() != null) ? step.region().code() : "",
							step.key(), step.subject(), new TreeMap<>(step.parameters()),
							step.children().stream().sorted().toList(), step.expected()))
					.toList());
		seen.put("kept", this.kept.stream().map(Kept::arn).sorted().toList());
		seen.put("blocked", this.blocked.stream().map(Blocked::arn).sorted().toList());
		seen.put("unproven", this.unproven.stream().map((each) -> each.region().code()).sorted().toList());
		seen.put("typed", (this.confirmation != null)
				? List.of(this.confirmation.phrase(), this.confirmation.accountIdToo()) : List.of());
		return Canonical.digest(seen);
	}

	/**
	 * Everything that the deletion touches, so that no two running ones touch the same.
	 * @return ARNs and other keys, each once
	 */
	public List<String> claims() {
		return Stream
			.concat(this.steps.stream()
				.flatMap((step) -> Stream.concat(Stream.of(step.claim()), step.children().stream())),
					this.going.stream().map(Going::arn))
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * Something that will be gone.
	 *
	 * @param kind what it is
	 * @param region where, or {@code null} for the role
	 * @param arn its ARN
	 * @param name its name; of an association, its parent's
	 */
	public record Going(TargetKind kind, @Nullable Region region, String arn, String name) {

	}

	/**
	 * Something that stays on purpose.
	 *
	 * @param kind what it is
	 * @param region where, or {@code null} for the role
	 * @param arn its ARN
	 * @param name its name
	 * @param reason why, a sentence
	 */
	public record Kept(TargetKind kind, @Nullable Region region, String arn, String name, String reason) {

	}

	/**
	 * Something that can't be deleted.
	 *
	 * @param kind what it is
	 * @param region where, or {@code null} for the role
	 * @param arn its ARN
	 * @param name its name, or its ARN if that could not be read
	 * @param reason why, and what to do
	 * @param choices for an ambiguous association, the holders to choose from
	 */
	public record Blocked(TargetKind kind, @Nullable Region region, String arn, String name, String reason,
			List<Choice> choices) {

		public Blocked {
			choices = List.copyOf(choices);
		}

	}

	/**
	 * A holder to choose.
	 *
	 * @param association ARN of the association
	 * @param key the holder's key
	 * @param words the holder for people
	 */
	public record Choice(String association, String key, String words) {

	}

	/**
	 * A region that could not be read.
	 *
	 * @param region the region
	 * @param reason why, a sentence
	 */
	public record Unproven(Region region, String reason) {

	}

	/**
	 * What must be typed.
	 *
	 * @param prompt what the typed text confirms, a sentence
	 * @param button the words of the button, as in the Connect console
	 * @param phrase what must be typed, exactly
	 * @param accountIdToo whether the account id must be typed beside it
	 */
	public record Confirmation(String prompt, String button, String phrase, boolean accountIdToo) {

	}

	/**
	 * How something was defined before it was deleted.
	 *
	 * @param arn its ARN, or another key of what has none
	 * @param json its definition, as the call that creates it again takes it
	 * @param cli the command that would create it again
	 */
	public record Definition(String arn, String json, String cli) {

	}

}
