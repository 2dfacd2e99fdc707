package dev.appintegrations.emulator.connect;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.connect.model.Application;
import software.amazon.awssdk.services.connect.model.ApplicationType;
import software.amazon.awssdk.services.connect.model.CreateSecurityProfileResponse;
import software.amazon.awssdk.services.connect.model.SecurityProfile;

import static dev.appintegrations.emulator.connect.ConnectCaller.assertNotFound;
import static dev.appintegrations.emulator.connect.ConnectCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class SecurityProfileTests {

	private final ConnectCaller caller = ConnectCaller.fresh();

	private final String instance = this.caller.createInstance().id();

	private SecurityProfile described(String profile) {
		return this.caller.sdk()
			.describeSecurityProfile((request) -> request.instanceId(this.instance).securityProfileId(profile))
			.securityProfile();
	}

	@Test
	void showsWhatItWasGiven() {
		CreateSecurityProfileResponse created = this.caller.sdk()
			.createSecurityProfile((request) -> request.instanceId(this.instance)
				.securityProfileName("Agents")
				.description("Those who answer")
				.permissions("BasicAgentAccess")
				.tags(Map.of("team", "contact-centre"))
				.tagRestrictedResources("User")
				.hierarchyRestrictedResources("User")
				.allowedAccessControlTags(Map.of("site", "main")));
		String id = created.securityProfileId();
		assertThat(created.securityProfileArn()).isEqualTo("arn:aws:connect:eu-west-2:" + this.caller.account()
				+ ":instance/" + this.instance + "/security-profile/" + id);
		SecurityProfile described = described(id);
		assertThat(described.id()).isEqualTo(id);
		assertThat(described.arn()).isEqualTo(created.securityProfileArn());
		assertThat(described.organizationResourceId()).isEqualTo(this.instance);
		assertThat(described.securityProfileName()).isEqualTo("Agents");
		assertThat(described.description()).isEqualTo("Those who answer");
		assertThat(described.tags()).isEqualTo(Map.of("team", "contact-centre"));
		assertThat(described.tagRestrictedResources()).containsExactly("User");
		assertThat(described.hierarchyRestrictedResources()).containsExactly("User");
		assertThat(described.allowedAccessControlTags()).isEqualTo(Map.of("site", "main"));
		assertThat(described.lastModifiedRegion()).isEqualTo("eu-west-2");
		assertThat(this.caller.sdk()
			.listSecurityProfiles((request) -> request.instanceId(this.instance))
			.securityProfileSummaryList()).singleElement().satisfies((summary) -> {
				assertThat(summary.id()).isEqualTo(id);
				assertThat(summary.arn()).isEqualTo(created.securityProfileArn());
				assertThat(summary.name()).isEqualTo("Agents");
			});
		assertThat(this.caller.granted(this.instance, id)).isEmpty();
	}

	@Test
	void replacesTheWholeListOfApplications() {
		String profile = this.caller.addProfile(this.instance, "Agents", "example.desk", "example.loyalty");
		assertThat(this.caller.granted(this.instance, profile)).containsExactly("example.desk", "example.loyalty");
		this.caller.grant(this.instance, profile, "example.fraud");
		assertThat(this.caller.granted(this.instance, profile)).containsExactly("example.fraud");
		this.caller.grant(this.instance, profile);
		assertThat(this.caller.granted(this.instance, profile)).isEmpty();
	}

	@Test
	void keepsWhatAnUpdateDoesNotName() {
		String profile = this.caller.addProfile(this.instance, "Agents", "example.desk");
		this.caller.advance(60_000);
		this.caller.sdk()
			.updateSecurityProfile((request) -> request.instanceId(this.instance)
				.securityProfileId(profile)
				.description("Those who answer"));
		assertThat(this.caller.granted(this.instance, profile)).containsExactly("example.desk");
		this.caller.grant(this.instance, profile, "example.fraud");
		assertThat(described(profile).description()).isEqualTo("Those who answer");
		assertThat(described(profile).securityProfileName()).isEqualTo("Agents");
	}

	@Test
	void showsEachApplicationInFull() {
		Application tools = Application.builder()
			.namespace("example.tools")
			.applicationPermissions("search", "refund")
			.type(ApplicationType.MCP)
			.build();
		Application desk = Application.builder()
			.namespace("example.desk")
			.applicationPermissions("ACCESS")
			.type(ApplicationType.THIRD_PARTY_APPLICATION)
			.build();
		String profile = this.caller.addProfile(this.instance, "Agents");
		this.caller.sdk()
			.updateSecurityProfile((
					request) -> request.instanceId(this.instance).securityProfileId(profile).applications(tools, desk));
		assertThat(this.caller.sdk()
			.listSecurityProfileApplications((request) -> request.instanceId(this.instance).securityProfileId(profile))
			.applications()).containsExactly(tools, desk);
	}

	@Test
	void grantsNothingButAccessToThirdPartyApplications() {
		String profile = this.caller.addProfile(this.instance, "Agents", "example.desk");
		List<Application> refund = List
			.of(Application.builder().namespace("example.desk").applicationPermissions("ACCESS", "REFUND").build());
		assertRefused(() -> this.caller.sdk()
			.updateSecurityProfile(
					(request) -> request.instanceId(this.instance).securityProfileId(profile).applications(refund)),
				400, "InvalidParameterException", "ACCESS");
		assertRefused(() -> this.caller.sdk()
			.createSecurityProfile(
					(request) -> request.instanceId(this.instance).securityProfileName("Others").applications(refund)),
				400, "InvalidParameterException", "ACCESS");
		assertThat(this.caller.granted(this.instance, profile)).containsExactly("example.desk");
	}

	@Test
	void hasANameOfItsOwnInItsInstance() {
		String other = this.caller.createInstance().id();
		this.caller.addProfile(this.instance, "Agents");
		this.caller.addProfile(other, "Agents");
		assertRefused(() -> this.caller.addProfile(this.instance, "Agents"), 409, "DuplicateResourceException",
				"Agents");
	}

	@ParameterizedTest
	@CsvSource({ "none, profile, instance none", "instance, none, security profile none" })
	void belongsToItsInstance(String wantedInstance, String wantedProfile, String missing) {
		String profile = this.caller.addProfile(this.instance, "Agents");
		String in = wantedInstance.equals("none") ? "none" : this.instance;
		String id = wantedProfile.equals("none") ? "none" : profile;
		assertNotFound(() -> this.caller.grant(in, id), missing);
		assertNotFound(() -> this.caller.granted(in, id), missing);
		assertNotFound(() -> this.caller.sdk()
			.describeSecurityProfile((request) -> request.instanceId(in).securityProfileId(id)), missing);
	}

	@Test
	void needsItsInstance() {
		assertNotFound(() -> this.caller.addProfile("none", "Agents"), "instance none");
		assertNotFound(() -> this.caller.sdk().listSecurityProfiles((request) -> request.instanceId("none")),
				"instance none");
	}

}
