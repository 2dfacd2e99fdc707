package dev.appintegrations.emulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.appintegrations.AppIntegrationsStore;
import dev.appintegrations.emulator.control.Controls;
import dev.appintegrations.emulator.iam.Roles;
import dev.appintegrations.emulator.wire.Conditions;

import org.springframework.stereotype.Component;

/**
 * A contact centre that has grown for years: rich regions, empty ones, one that an
 * organisation policy denies, a slow one, one that is not enabled, and every awkward name
 * and text that AWS allows. Quotas are raised, as such an account would have them.
 */
@Component
class DemoScenario implements Scenario {

	private static final List<String> SYSTEMS = List.of("crm", "billing", "orders", "shipping", "returns", "loyalty",
			"fraud", "identity", "catalogue", "pricing", "warehouse", "telephony");

	private static final List<String> EVENTS = List.of("created", "changed", "closed", "escalated", "failed");

	private final AppIntegrationsStore store;

	private final Holders holders;

	private final Controls controls;

	private final Roles roles;

	private final Conditions conditions;

	DemoScenario(AppIntegrationsStore store, Holders holders, Controls controls, Roles roles, Conditions conditions) {
		this.store = store;
		this.holders = holders;
		this.roles = roles;
		this.conditions = conditions;
		this.controls = controls;
	}

	@Override
	public String name() {
		return "demo";
	}

	@Override
	public void load(String account) {
		Instant lastUse = this.conditions.now(account).minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
		this.roles.give(account, Duration.ofDays(900),
				(role) -> role.describedAs("Lets AppIntegrations run our flows; ask the contact centre team")
					.tagged(Map.of("team", "contact-centre"))
					.used(lastUse, "us-east-1"));
		this.controls.quota(account, "dataIntegrations", 100);
		this.controls.quota(account, "eventIntegrations", 100);
		this.controls.denyByOrganisation(account, "ap-southeast-1");
		this.controls.slowDown(account, "ap-northeast-1", Duration.ofMillis(450));
		virginia(new Sample(this.store, this.holders, account, "us-east-1"));
		oregon(new Sample(this.store, this.holders, account, "us-west-2"));
		london(new Sample(this.store, this.holders, account, "eu-west-2"));
		frankfurt(new Sample(this.store, this.holders, account, "eu-central-1"));
		montreal(new Sample(this.store, this.holders, account, "ca-central-1"));
		sydney(new Sample(this.store, this.holders, account, "ap-southeast-2"));
		tokyo(new Sample(this.store, this.holders, account, "ap-northeast-1"));
		singapore(new Sample(this.store, this.holders, account, "ap-southeast-1"));
	}

	/** The main site: more event integrations than fit on a page. */
	private void virginia(Sample sample) {
		for (String system : SYSTEMS) {
			for (String event : EVENTS) {
				Sample.Added added = sample.events(system + "/" + event + ".v2",
						"Tells agents when something is " + event + " in " + system,
						"aws.partner/example.com/" + system, "aws.partner/example.com/" + system);
				if ("created".equals(event)) {
					added.heldByConnect();
				}
				if ("escalated".equals(event)) {
					added.evaluatedByConnect();
				}
				if ("created".equals(event) && "orders".equals(system)) {
					added.heldByConnect();
				}
				if ("identity".equals(system)) {
					added.heldByCustomerProfiles("main-site");
				}
			}
		}
		sample.bucket("product-handbook", "The product handbook that agents search", "example-handbook")
			.heldByAssistant();
		sample.bucket("returns-policy", "Returns policy, in twelve languages", "example-returns-policy")
			.heldByAssistant();
		sample
			.flow("salesforce-knowledge", "Knowledge articles of the sales team",
					"Salesforce://AppFlow/sales-production", "Knowledge__kav", "rate(1 hours)")
			.heldByAssistant();
		sample.flow("zendesk-articles", "Help centre articles", "Zendesk://AppFlow/help-centre", "articles",
				"rate(6 hours)");
		sample.export("profiles-to-lake", "All customer profiles, for the data lake", "main-site")
			.exportsTo("example-data-lake/profiles");
		sample
			.application("Order desk", "example.order-desk", "Orders and refunds beside the call",
					"https://orders.example.com/agent")
			.heldByConnect()
			.heldByConnect();
		sample
			.application("Loyalty card", "example.loyalty", "Points, tiers and vouchers",
					"https://loyalty.example.com/")
			.heldByConnect();
		sample.securityProfile("Agents", "example.order-desk", "example.loyalty");
		sample.toolServer("Fraud check", "example.fraud", "Scores the caller", "https://fraud.example.com/check");
	}

	/**
	 * The fall-back site: the same names as in Virginia, so that names alone say little.
	 */
	private void oregon(Sample sample) {
		for (String system : SYSTEMS.subList(0, 6)) {
			Sample.Added added = sample.events(system + "/created.v2", "Fall-back of the main site",
					"aws.partner/example.com/" + system, "aws.partner/example.com/" + system);
			if ("orders".equals(system)) {
				added.heldByConnect();
			}
			if ("shipping".equals(system)) {
				added.leftBehindByConnect();
			}
		}
		sample.bucket("product-handbook", "The product handbook that agents search", "example-handbook-west");
		sample
			.application("Order desk", "example.order-desk", "Orders and refunds beside the call",
					"https://orders-west.example.com/agent")
			.heldByConnect();
	}

	/** Names and texts as awkward as AWS allows. */
	private void london(Sample sample) {
		sample.events("orders/created.v2", "New orders", "aws.partner/example.com/orders", "default").heldByConnect();
		sample.events("orders//created.v2", "Two slashes are another name", "aws.partner/example.com/orders",
				"default");
		sample.events("a..b", "Dots are names too", "aws.partner/example.com/dots", "default");
		sample.events("..", "And so are two of them alone", "aws.partner/example.com/dots", "default");
		sample.events("-", "The shortest name that is no letter", "aws.partner/example.com/dash", "default");
		sample.events("amazon-connect-cases", "Case events", "aws.cases", "default").heldByConnect();
		sample.events("webhook-tickets", "Tickets that arrive by webhook", "app-integrations.webhooks/tickets",
				"default");
		sample.events("n".repeat(255), "A name of 255 characters", "aws.partner/example.com/long", "default");
		sample.events("markup", "<b>Not bold</b> & <script>alert('never runs')</script> \"quoted\"",
				"aws.partner/example.com/markup", "default");
		sample.events("right-to-left",
				"\u0634\u0643\u0627\u0648\u0649 \u0627\u0644\u0639\u0645\u0644\u0627\u0621: complaints (\u05ea\u05dc\u05d5\u05e0\u05d5\u05ea)",
				"aws.partner/example.com/rtl", "default");
		sample.events("long-description", "One thousand characters. " + "x".repeat(975), "aws.partner/example.com/long",
				"default");
		sample.events("formula", "=HYPERLINK(\"https://example.com\",\"click\")", "aws.partner/example.com/formula",
				"default");
		sample.bucket("complaints-guide", "How to answer a complaint", "example-complaints").heldByAssistant();
		sample.flow("service-now", "Incidents", "Servicenow://AppFlow/it-desk", "incident", "rate(30 minutes)");
		sample
			.application("Ombudsman", "example.ombudsman", "Cases before the ombudsman",
					"https://ombudsman.example.com/")
			.heldByConnect();
	}

	private void frankfurt(Sample sample) {
		for (String system : SYSTEMS.subList(0, 9)) {
			sample.events("eu-" + system, "Ereignisse aus " + system, "aws.partner/example.com/eu-" + system,
					"default");
		}
		sample.events("segment-tracks", "Customer events", "aws.partner/segment.com.test/tracks", "default")
			.heldByHiddenIntegration("europe");
		sample.bucket("handbuch", "Produkthandbuch f\u00fcr \u00d6sterreich und die Schweiz", "example-handbuch")
			.heldByAssistant();
		sample.export("profile-export", "Einmaliger Export", "europe").exportsTo("example-export-eu");
		sample.application("Adressbuch", "example.adressbuch", "Adressen", "https://adressen.example.com/")
			.leftBehindByConnect();
	}

	private void montreal(Sample sample) {
		sample.events("commandes", "Commandes", "aws.partner/example.com/commandes", "default").heldByConnect();
		sample.bucket("manuel", "Le manuel, en deux langues", "example-manuel");
		sample.application("Rendez-vous", "example.rendez-vous", "Prise de rendez-vous", "https://rdv.example.com/")
			.heldByConnect();
	}

	private void sydney(Sample sample) {
		for (String system : SYSTEMS.subList(0, 8)) {
			sample.events("au." + system, "Events of " + system, "aws.partner/example.com/au-" + system, "default");
		}
		sample.bucket("outback-guide", "Deliveries beyond the cities", "example-outback").heldByAssistant();
	}

	private void tokyo(Sample sample) {
		for (String system : SYSTEMS.subList(0, 5)) {
			sample.events("jp-" + system, "\u65e5\u672c\u306e\u901a\u77e5", "aws.partner/example.com/jp-" + system,
					"default");
		}
		sample.agentServer("Keigo helper", "example.keigo", "\u656c\u8a9e\u306e\u78ba\u8a8d",
				"https://keigo.example.com/");
	}

	/** Behind the organisation's policy, so nobody sees it. */
	private void singapore(Sample sample) {
		sample.events("sg-orders", "Orders", "aws.partner/example.com/sg-orders", "default").heldByConnect();
		sample.bucket("sg-handbook", "Handbook", "example-handbook-sg");
	}

}
