package dev.appintegrations.console.inventory.web;

import java.util.List;
import java.util.stream.Collectors;

import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.Holding;

/**
 * Who holds an association, in words.
 *
 * @param tone how bad it is
 * @param words who, or that it is not known
 * @param reason why it is so, empty if that is plain
 */
record HolderWords(String tone, String words, String reason) {

	static HolderWords of(Holding holding) {
		return switch (holding) {
			case Holding.Held held -> new HolderWords("good", of(held.holder()), "");
			case Holding.Ambiguous ambiguous -> new HolderWords("warning", "One of " + all(ambiguous.holders()),
					"Nothing proves which of them holds this association.");
			case Holding.Undeletable undeletable ->
				new HolderWords("bad", "Can't be deleted by anyone", undeletable.reason());
			case Holding.Orphaned orphaned ->
				new HolderWords("warning", "Orphaned: nobody any more", orphaned.reason());
			case Holding.Unknown unknown -> new HolderWords("warning", "Not known", unknown.reason()
					+ (unknown.found().isEmpty() ? "" : " Found all the same: " + all(unknown.found()) + "."));
		};
	}

	private static String all(List<Holder> holders) {
		return holders.stream().map(HolderWords::of).collect(Collectors.joining("; "));
	}

	private static String of(Holder holder) {
		return switch (holder) {
			case Holder.ConnectAssociation connect -> "Amazon Connect instance " + instance(connect)
					+ under(connect.useCases().stream().map((each) -> "use case " + each.type()).toList())
					+ under(connect.grants().stream().map((each) -> "security profile " + each.name()).toList());
			case Holder.ProfilesIntegration profiles -> "Customer Profiles domain " + profiles.domain();
			case Holder.KnowledgeBase base -> "Agent assist (Amazon Q in Connect) knowledge base " + base.name()
					+ under(base.assistants().stream().map((each) -> "assistant " + each.assistantName()).toList())
					+ under(base.connectAssociations()
						.stream()
						.map((each) -> "Amazon Connect instance " + instance(each))
						.toList());
		};
	}

	private static String instance(Holder.ConnectAssociation connect) {
		return (connect.instanceAlias() != null) ? connect.instanceAlias() : connect.instanceId();
	}

	private static String under(List<String> names) {
		return names.isEmpty() ? "" : " → " + String.join(", ", names);
	}

}
