package dev.appintegrations.console.inventory.api;

import java.util.List;

import dev.appintegrations.console.inventory.Holder;
import dev.appintegrations.console.inventory.Holding;
import dev.appintegrations.console.inventory.HoldingState;
import dev.appintegrations.console.inventory.SeenHolding;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who holds an association, as programs see it.
 */
@Schema(name = "AssociationHolder", description = "Who holds an association, found from the holder's side by ARN.")
record HolderJson(HoldingState state,
		@Schema(description = "Who, or why it is not known.",
				example = "Amazon Connect instance my-centre") String words,
		@Schema(description = "Of an item read afresh, the holders that were found; of a scan's items, null.") @Nullable List<Found> holders) {

	static @Nullable HolderJson of(@Nullable SeenHolding holding) {
		return (holding != null) ? new HolderJson(holding.state(), holding.words(), null) : null;
	}

	static HolderJson of(Holding holding) {
		SeenHolding seen = SeenHolding.of(holding);
		List<Holder> holders = switch (holding) {
			case Holding.Held held -> List.of(held.holder());
			case Holding.Ambiguous ambiguous -> ambiguous.holders();
			case Holding.Unknown unknown -> unknown.found();
			case Holding.Undeletable undeletable -> List.of();
			case Holding.Orphaned orphaned -> List.of();
		};
		return new HolderJson(seen.state(), seen.words(), holders.stream().map(Found::of).toList());
	}

	/**
	 * A holder.
	 */
	@Schema(name = "Holder", description = "What another service keeps that makes the association exist.")
	record Found(@Schema(example = "connect") String service,
			@Schema(description = "Identifies it where a deletion plan asks to choose a holder.") String key,
			String words, @Schema(description = "What hangs on it and goes before it, or because of it.",
					example = "[\"use case RULES_EVALUATION\"]") List<String> under) {

		static Found of(Holder holder) {
			String service = switch (holder) {
				case Holder.ConnectAssociation connect -> "connect";
				case Holder.ProfilesIntegration profiles -> "profile";
				case Holder.KnowledgeBase base -> "wisdom";
			};
			return new Found(service, holder.key(), SeenHolding.name(holder), SeenHolding.under(holder));
		}

	}

}
