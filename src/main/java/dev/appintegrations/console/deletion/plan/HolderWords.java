package dev.appintegrations.console.deletion.plan;

import dev.appintegrations.console.inventory.Holder;

/**
 * Names holders for people.
 */
final class HolderWords {

	private HolderWords() {
	}

	static String of(Holder holder) {
		return switch (holder) {
			case Holder.ConnectAssociation connect -> "Amazon Connect instance " + instance(connect);
			case Holder.ProfilesIntegration profiles -> "Customer Profiles domain " + profiles.domain();
			case Holder.KnowledgeBase base -> "Agent assist (Amazon Q in Connect) knowledge base " + base.name();
		};
	}

	static String instance(Holder.ConnectAssociation connect) {
		return (connect.instanceAlias() != null) ? connect.instanceAlias() : connect.instanceId();
	}

}
