package dev.appintegrations.emulator.scenario;

import java.time.Duration;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore;
import dev.appintegrations.emulator.iam.Roles;

import org.springframework.stereotype.Component;

/**
 * A small account in which everything can be deleted.
 */
@Component
class SandboxScenario implements Scenario {

	private final AppIntegrationsStore store;

	private final Holders holders;

	private final Roles roles;

	SandboxScenario(AppIntegrationsStore store, Holders holders, Roles roles) {
		this.store = store;
		this.holders = holders;
		this.roles = roles;
	}

	@Override
	public String name() {
		return "sandbox";
	}

	@Override
	public void load(String account) {
		this.roles.give(account, Duration.ofDays(40), (role) -> role);
		Sample virginia = new Sample(this.store, this.holders, account, "us-east-1");
		virginia.events("orders-created", "New orders", "aws.partner/example.com/orders", "default")
			.evaluatedByConnect();
		virginia.bucket("handbook", "The handbook that agents search", "example-sandbox-handbook").heldByAssistant();
		virginia
			.application("Order desk", "example.order-desk", "Orders beside the call", "https://orders.example.com/")
			.heldByConnect();
		virginia.securityProfile("Agents", "example.order-desk");
		Sample london = new Sample(this.store, this.holders, account, "eu-west-2");
		london.events("segment-tracks", "Customer events", "aws.partner/segment.com.test/tracks", "default")
			.heldByCustomerProfiles("sandbox");
		london.events("unused", "Nobody listens", "aws.partner/example.com/unused", "default");
		london.bucket("unused-bucket", "Nobody reads it", "example-unused");
	}

}
