package dev.appintegrations.console.deletion.plan;

import java.util.List;

import dev.appintegrations.console.deletion.plan.DeletionPlan.Definition;
import dev.appintegrations.console.inventory.Holder;
import org.junit.jupiter.api.Test;

import static dev.appintegrations.console.deletion.plan.Worlds.plan;
import static org.assertj.core.api.Assertions.assertThat;

class DefinitionsTests {

	@Test
	void keepsHowAllThatStepsDeleteIsDefined() {
		Item desk = Item.application("desk").heldBy(Item.granted("c", "agents"));
		Item orders = Item.events("orders").heldBy(Item.connect("e", "u"));
		Item tracks = Item.events("tracks");
		tracks.heldBy(Item.domain("people", tracks));
		Item handbook = Item.data("handbook").heldBy(Item.knowledgeBase("kb"));
		DeletionPlan plan = plan(Worlds.of(desk, orders, tracks, handbook), desk.arn(), orders.arn(), tracks.arn(),
				handbook.arn());
		List<String> deleted = plan.steps()
			.stream()
			.filter((step) -> step.kind() != StepKind.AWAIT_DISSOCIATION)
			.map(PlannedStep::key)
			.toList();
		assertThat(deleted).hasSize(12);
		assertThat(plan.definitions()).extracting(Definition::arn).containsExactlyInAnyOrderElementsOf(deleted);
	}

	@Test
	void givesTheCommandThatAssociatesAgain() {
		Holder.ConnectAssociation connect = Item.connect("e", "u");
		Item orders = Item.events("orders").heldBy(connect);
		assertThat(command(plan(Worlds.of(orders), orders.association(1)), connect.key()))
			.isEqualTo("aws connect create-integration-association --region eu-west-2 --cli-input-json "
					+ "'{\"InstanceId\":\"i-e\",\"IntegrationType\":\"EVENT\",\"IntegrationArn\":\"" + orders.arn()
					+ "\",\"SourceType\":\"CASES\"}'");
	}

	@Test
	void givesTheCommandThatIntegratesADomainAgain() {
		Item tracks = Item.events("tracks");
		Holder domain = Item.domain("people", tracks);
		tracks.heldBy(domain);
		assertThat(command(plan(Worlds.of(tracks), tracks.association(1)), domain.key()))
			.isEqualTo("aws customer-profiles put-integration --region eu-west-2 --cli-input-json "
					+ "'{\"DomainName\":\"people\",\"Uri\":\"" + tracks.arn()
					+ "\",\"ObjectTypeNames\":{\"a\":\"b\"}}'");
	}

	@Test
	void warnsThatGrantsAreWrittenAllAtOnce() {
		Item desk = Item.application("desk").heldBy(Item.granted("c", "agents"));
		assertThat(command(plan(Worlds.of(desk), desk.association(1)), Item.grant("c", "agents")))
			.startsWith("# This replaces the whole list")
			.contains("\naws connect update-security-profile --region eu-west-2", "\"Namespace\":\"example.desk\"");
	}

	@Test
	void givesTheCommandThatCreatesAKnowledgeBaseWithItsSettings() {
		Holder.KnowledgeBase base = Item.knowledgeBase("kb");
		Item handbook = Item.data("handbook").heldBy(base);
		assertThat(command(plan(Worlds.of(handbook), handbook.association(1)), base.arn()))
			.isEqualTo("aws qconnect create-knowledge-base --region eu-west-2 --cli-input-json "
					+ "'{\"knowledgeBaseType\":\"EXTERNAL\",\"name\":\"kb\"}'");
	}

	private static String command(DeletionPlan plan, String key) {
		return plan.definitions()
			.stream()
			.filter((each) -> each.arn().equals(key))
			.map(Definition::cli)
			.findFirst()
			.orElseThrow();
	}

}
