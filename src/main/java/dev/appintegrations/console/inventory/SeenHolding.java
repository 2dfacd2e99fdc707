package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who holds an association, as a scan saw it.
 *
 * @param state how much is known
 * @param words who, or why it is not known, for people
 */
public record SeenHolding(HoldingState state, String words) {

	/**
	 * What a scan keeps of a holding.
	 * @param holding what was found
	 * @return its state in words
	 */
	public static SeenHolding of(Holding holding) {
		String words = switch (holding) {
			case Holding.Held held -> name(held.holder());
			case Holding.Ambiguous ambiguous -> "One of: " + names(ambiguous.holders());
			case Holding.Undeletable undeletable -> undeletable.reason();
			case Holding.Orphaned orphaned -> orphaned.reason();
			case Holding.Unknown unknown ->
				unknown.reason() + (unknown.found().isEmpty() ? "" : " Found so far: " + names(unknown.found()));
		};
		return new SeenHolding(HoldingState.of(holding), words);
	}

	private static String names(List<Holder> holders) {
		return String.join("; ", holders.stream().map(SeenHolding::name).toList());
	}

	/**
	 * What hangs on a holder, for people.
	 * @param holder a holder, read afresh
	 * @return such as {@code use case RULES_EVALUATION}
	 */
	public static List<String> under(Holder holder) {
		return switch (holder) {
			case Holder.ConnectAssociation connect ->
				Stream
					.concat(connect.useCases().stream().map((useCase) -> "use case " + useCase.type()),
							connect.grants().stream().map((grant) -> "security profile " + grant.name()))
					.toList();
			case Holder.ProfilesIntegration profiles -> List.of();
			case Holder.KnowledgeBase base ->
				Stream
					.concat(base.assistants().stream().map((assistant) -> "assistant " + assistant.assistantName()),
							base.connectAssociations().stream().map(SeenHolding::name))
					.toList();
		};
	}

	/**
	 * A holder for people.
	 * @param holder a holder
	 * @return such as {@code Amazon Connect instance my-centre}
	 */
	public static String name(Holder holder) {
		return switch (holder) {
			case Holder.ConnectAssociation connect -> "Amazon Connect instance "
					+ ((connect.instanceAlias() != null) ? connect.instanceAlias() : connect.instanceId());
			case Holder.ProfilesIntegration profiles -> "Customer Profiles domain " + profiles.domain();
			case Holder.KnowledgeBase base -> "Agent assist (Amazon Q in Connect) knowledge base " + base.name();
		};
	}

}
