package dev.appintegrations.emulator.connect;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.appintegrations.emulator.RawRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bounds of every member on both sides, whatever else the answer is.
 */
class ConnectBoundsTests {

	private static final ConnectCaller CALLER = ConnectCaller.fresh();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
							PUT    | /instance                                    | {"ClientToken":"~"}                             | clientToken                        | 0 | 500
							PUT    | /instance                                    | {"InstanceAlias":"~"}                           | instanceAlias                      | 1 | 45
							PUT    | /instance                                    | {"Tags":{"~":"a"}}                              | tags.key                           | 1 | 128
							PUT    | /instance                                    | {"Tags":{"a":"~"}}                              | tags.a                             | 0 | 256
							GET    | /instance/~                                  |                                                 | instanceId                         | 1 | 100
							DELETE | /instance/~                                  |                                                 | instanceId                         | 1 | 100
							DELETE | /instance/a?clientToken=~                    |                                                 | clientToken                        | 0 | 500
							PUT    | /instance/~/integration-associations         | {}                                              | instanceId                         | 1 | 100
							PUT    | /instance/a/integration-associations         | {"SourceApplicationUrl":"~"}                    | sourceApplicationUrl               | 1 | 2000
							PUT    | /instance/a/integration-associations         | {"SourceApplicationName":"~"}                   | sourceApplicationName              | 1 | 100
							PUT    | /instance/a/integration-associations         | {"Tags":{"~":"a"}}                              | tags.key                           | 1 | 128
							PUT    | /instance/a/integration-associations         | {"Tags":{"a":"~"}}                              | tags.a                             | 0 | 256
							GET    | /instance/~/integration-associations         |                                                 | instanceId                         | 1 | 100
							DELETE | /instance/~/integration-associations/a       |                                                 | instanceId                         | 1 | 100
							DELETE | /instance/a/integration-associations/~       |                                                 | integrationAssociationId           | 1 | 200
							PUT    | /instance/~/integration-associations/a/use-cases | {}                                          | instanceId                         | 1 | 100
							PUT    | /instance/a/integration-associations/~/use-cases | {}                                          | integrationAssociationId           | 1 | 200
							PUT    | /instance/a/integration-associations/a/use-cases | {"Tags":{"~":"a"}}                          | tags.key                           | 1 | 128
							PUT    | /instance/a/integration-associations/a/use-cases | {"Tags":{"a":"~"}}                          | tags.a                             | 0 | 256
							GET    | /instance/~/integration-associations/a/use-cases |                                             | instanceId                         | 1 | 100
							GET    | /instance/a/integration-associations/~/use-cases |                                             | integrationAssociationId           | 1 | 200
							DELETE | /instance/~/integration-associations/a/use-cases/a |                                           | instanceId                         | 1 | 100
							DELETE | /instance/a/integration-associations/~/use-cases/a |                                           | integrationAssociationId           | 1 | 200
							DELETE | /instance/a/integration-associations/a/use-cases/~ |                                           | useCaseId                          | 1 | 200
							PUT    | /security-profiles/~                         | {}                                              | instanceId                         | 1 | 100
							PUT    | /security-profiles/a                         | {"SecurityProfileName":"~"}                     | securityProfileName                | 1 | 127
							PUT    | /security-profiles/a                         | {"Description":"~"}                             | description                        | 0 | 250
							PUT    | /security-profiles/a                         | {"Permissions":["~"]}                           | permissions.1.member               | 1 | 128
							PUT    | /security-profiles/a                         | {"Tags":{"~":"a"}}                              | tags.key                           | 1 | 128
							PUT    | /security-profiles/a                         | {"Tags":{"a":"~"}}                              | tags.a                             | 0 | 256
							PUT    | /security-profiles/a                         | {"AllowedAccessControlTags":{"~":"a"}}          | allowedAccessControlTags.key       | 1 | 128
							PUT    | /security-profiles/a                         | {"AllowedAccessControlTags":{"a":"~"}}          | allowedAccessControlTags.a         | 0 | 256
							PUT    | /security-profiles/a                         | {"TagRestrictedResources":["~"]}                | tagRestrictedResources.1.member    | 1 | 128
							PUT    | /security-profiles/a                         | {"HierarchyRestrictedResources":["~"]}          | hierarchyRestrictedResources.1.member | 1 | 128
							PUT    | /security-profiles/a                         | {"AllowedFlowModules":[{"FlowModuleId":"~"}]}   | allowedFlowModules.1.member.flowModuleId | 1 | 128
							PUT    | /security-profiles/a                         | {"Applications":[{"Namespace":"~"}]}            | applications.1.member.namespace    | 1 | 128
							PUT    | /security-profiles/a                         | {"Applications":[{"Type":"MCP","ApplicationPermissions":["~"]}]} | applications.1.member.applicationPermissions.1.member | 1 | 128
							POST   | /security-profiles/~/a                       | {}                                              | instanceId                         | 1 | 100
							POST   | /security-profiles/a/a                       | {"Description":"~"}                             | description                        | 0 | 250
							POST   | /security-profiles/a/a                       | {"Permissions":["~"]}                           | permissions.1.member               | 1 | 128
							POST   | /security-profiles/a/a                       | {"AllowedAccessControlTags":{"~":"a"}}          | allowedAccessControlTags.key       | 1 | 128
							POST   | /security-profiles/a/a                       | {"AllowedAccessControlTags":{"a":"~"}}          | allowedAccessControlTags.a         | 0 | 256
							POST   | /security-profiles/a/a                       | {"TagRestrictedResources":["~"]}                | tagRestrictedResources.1.member    | 1 | 128
							POST   | /security-profiles/a/a                       | {"HierarchyRestrictedResources":["~"]}          | hierarchyRestrictedResources.1.member | 1 | 128
							POST   | /security-profiles/a/a                       | {"AllowedFlowModules":[{"FlowModuleId":"~"}]}   | allowedFlowModules.1.member.flowModuleId | 1 | 128
							POST   | /security-profiles/a/a                       | {"Applications":[{"Namespace":"~"}]}            | applications.1.member.namespace    | 1 | 128
							POST   | /security-profiles/a/a                       | {"Applications":[{"Type":"MCP","ApplicationPermissions":["~"]}]} | applications.1.member.applicationPermissions.1.member | 1 | 128
							GET    | /security-profiles/~/a                       |                                                 | instanceId                         | 1 | 100
							GET    | /security-profiles-summary/~                 |                                                 | instanceId                         | 1 | 100
							GET    | /security-profiles-applications/~/a          |                                                 | instanceId                         | 1 | 100
							PUT    | /security-profiles/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"AttributeName":"~"}]}}}} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.attributeName | 1 | 127
					POST   | /security-profiles/a/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"AttributeName":"~"}]}}}} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.attributeName | 1 | 127
					""")
	void boundsTexts(String method, String path, String body, String member, int least, int most) throws Exception {
		assertTaken(method, path, body, member, "x".repeat(most));
		assertTaken(method, path, body, member, "x".repeat(least));
		assertRefused(method, path, body, member, "x".repeat(most + 1), "length less than or equal to " + most);
		if (least > 0) {
			assertRefused(method, path, body, member, "x".repeat(least - 1),
					"length greater than or equal to " + least);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
							PUT  | /instance                                        | {"Tags":{~}}                      | "a#":"b" | tags                     | 1 | 50
							PUT  | /instance/a/integration-associations             | {"Tags":{~}}                      | "a#":"b" | tags                     | 1 | 50
							PUT  | /instance/a/integration-associations/a/use-cases | {"Tags":{~}}                      | "a#":"b" | tags                     | 1 | 50
							PUT  | /security-profiles/a                             | {"Tags":{~}}                      | "a#":"b" | tags                     | 1 | 50
							PUT  | /security-profiles/a                             | {"Permissions":[~]}               | "a"      | permissions              | 0 | 500
							PUT  | /security-profiles/a                             | {"AllowedAccessControlTags":{~}}  | "a#":"b" | allowedAccessControlTags | 0 | 4
							PUT  | /security-profiles/a                             | {"TagRestrictedResources":[~]}    | "a"      | tagRestrictedResources   | 0 | 10
							PUT  | /security-profiles/a                             | {"AllowedFlowModules":[~]}        | {}       | allowedFlowModules       | 0 | 10
							PUT  | /security-profiles/a                             | {"AllowedAIAgents":[~]}           | {}       | allowedAIAgents          | 0 | 100
							PUT  | /security-profiles/a                             | {"Applications":[~]}              | {}       | applications             | 0 | 10
							PUT  | /security-profiles/a                             | {"Applications":[{"ApplicationPermissions":[~]}]} | "ACCESS" | applications.1.member.applicationPermissions | 1 | 50
							POST | /security-profiles/a/a                           | {"Permissions":[~]}               | "a"      | permissions              | 0 | 500
							POST | /security-profiles/a/a                           | {"AllowedAccessControlTags":{~}}  | "a#":"b" | allowedAccessControlTags | 0 | 4
							POST | /security-profiles/a/a                           | {"TagRestrictedResources":[~]}    | "a"      | tagRestrictedResources   | 0 | 10
							POST | /security-profiles/a/a                           | {"AllowedFlowModules":[~]}        | {}       | allowedFlowModules       | 0 | 10
							POST | /security-profiles/a/a                           | {"AllowedAIAgents":[~]}           | {}       | allowedAIAgents          | 0 | 100
							POST | /security-profiles/a/a                           | {"Applications":[~]}              | {}       | applications             | 0 | 10
							POST | /security-profiles/a/a                           | {"Applications":[{"ApplicationPermissions":[~]}]} | "ACCESS" | applications.1.member.applicationPermissions | 1 | 50
							PUT  | /security-profiles/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[~]}}}} | {} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues | 0 | 5
					PUT  | /security-profiles/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"Values":[~]}]}}}} | "a" | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.values | 0 | 2
					POST | /security-profiles/a/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[~]}}}} | {} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues | 0 | 5
					POST | /security-profiles/a/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"Values":[~]}]}}}} | "a" | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.values | 0 | 2
					""")
	void boundsSizes(String method, String path, String body, String element, String member, int least, int most)
			throws Exception {
		assertTaken(method, path, body, member, times(element, most));
		assertTaken(method, path, body, member, times(element, least));
		assertRefused(method, path, body, member, times(element, most + 1), "length less than or equal to " + most);
		if (least > 0) {
			assertRefused(method, path, body, member, times(element, least - 1),
					"length greater than or equal to " + least);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
							PUT  | /instance                                        | {"InstanceAlias":"~"}                      | instanceAlias          | a-1,Main                                | d-1,-a,a b,a_b,\u00e9
							PUT  | /instance                                        | {"DirectoryId":"~"}                        | directoryId            | d-0123456789,d-abcdef0123               | d-012345678,d-01234567890,d-ABCDEF0123
							PUT  | /instance                                        | {"Tags":{"~":"a"}}                         | tags.key               | a:b,team/x                              | aws:a,a#b
							PUT  | /instance                                        | {"IdentityManagementType":"~"}             | identityManagementType | SAML,CONNECT_MANAGED,EXISTING_DIRECTORY | saml,OTHER
							PUT  | /instance/a/integration-associations             | {"SourceApplicationName":"~"}              | sourceApplicationName  | a_b - 1                                 | a.b,a/b
							PUT  | /instance/a/integration-associations             | {"SourceType":"~"}                         | sourceType             | SALESFORCE,ZENDESK,CASES                | cases,OTHER
							PUT  | /instance/a/integration-associations             | {"IntegrationType":"~"}                    | integrationType        | EVENT,APPLICATION,WISDOM_KNOWLEDGE_BASE | event,OTHER
							GET  | /instance/a/integration-associations?integrationType=~ |                                      | integrationType        | EVENT,MESSAGE_PROCESSOR                 | event,OTHER
							PUT  | /instance/a/integration-associations/a/use-cases | {"UseCaseType":"~"}                        | useCaseType            | RULES_EVALUATION,CONNECT_CAMPAIGNS      | rules_evaluation,OTHER
							PUT  | /security-profiles/a                             | {"SecurityProfileName":"~"}                | securityProfileName    | A_b @-1                                 | a.b,a/b
							PUT  | /security-profiles/a                             | {"Applications":[{"Type":"~"}]}            | applications.1.member.type | MCP,THIRD_PARTY_APPLICATION         | mcp,OTHER
							POST | /security-profiles/a/a                           | {"Applications":[{"Type":"~"}]}            | applications.1.member.type | MCP,THIRD_PARTY_APPLICATION         | mcp,OTHER
							PUT  | /security-profiles/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"AttributeName":"~"}]}}}} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.attributeName | a b | aws:a,connect:a,\u0100
					PUT  | /security-profiles/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"Values":["~"]}]}}}} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.values.1.member | a b | \u0100
					PUT  | /security-profiles/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"AccessType":"~"}]}}}} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.accessType | ALLOW | DENY
					PUT  | /security-profiles/a | {"AllowedFlowModules":[{"Type":"~"}]} | allowedFlowModules.1.member.type | MCP | OTHER
					PUT  | /security-profiles/a | {"AllowedAIAgents":[{"Type":"~"}]} | allowedAIAgents.1.member.type | THIRD_PARTY | OTHER
					POST | /security-profiles/a/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"AttributeName":"~"}]}}}} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.attributeName | a b | aws:a,connect:a,\u0100
					POST | /security-profiles/a/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"Values":["~"]}]}}}} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.values.1.member | a b | \u0100
					POST | /security-profiles/a/a | {"GranularAccessControlConfiguration":{"DataTableAccessControlConfiguration":{"PrimaryAttributeAccessControlConfiguration":{"PrimaryAttributeValues":[{"AccessType":"~"}]}}}} | granularAccessControlConfiguration.dataTableAccessControlConfiguration.primaryAttributeAccessControlConfiguration.primaryAttributeValues.1.member.accessType | ALLOW | DENY
					POST | /security-profiles/a/a | {"AllowedFlowModules":[{"Type":"~"}]} | allowedFlowModules.1.member.type | MCP | OTHER
					POST | /security-profiles/a/a | {"AllowedAIAgents":[{"Type":"~"}]} | allowedAIAgents.1.member.type | THIRD_PARTY | OTHER
					""")
	void knowsPatternsAndEnumerations(String method, String path, String body, String member, String taken,
			String refused) throws Exception {
		for (String value : taken.split(",")) {
			assertTaken(method, path, body, member, value);
		}
		for (String value : refused.split(",")) {
			assertRefused(method, path, body, member, value, "Member must satisfy");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/instance                                        | identityManagementType
			/instance                                        | inboundCallsEnabled
			/instance                                        | outboundCallsEnabled
			/instance/a/integration-associations             | integrationType
			/instance/a/integration-associations             | integrationArn
			/instance/a/integration-associations/a/use-cases | useCaseType
			/security-profiles/a                             | securityProfileName
			""")
	void requires(String path, String member) throws Exception {
		assertRefused("PUT", path, "{}", member, "", "Member must not be null");
	}

	private static String times(String element, int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> element.replace("#", Integer.toString(i)))
			.collect(Collectors.joining(","));
	}

	private static RawRequest.Answer send(String method, String path, String body, String value) throws Exception {
		return CALLER.send(method, path.replace("~", value), (body != null) ? body.replace("~", value) : "");
	}

	private static void assertTaken(String method, String path, String body, String member, String value)
			throws Exception {
		assertThat(send(method, path, body, value).body()).doesNotContain("'" + member + "'", "Serialization",
				"UnknownOperation");
	}

	private static void assertRefused(String method, String path, String body, String member, String value,
			String constraint) throws Exception {
		RawRequest.Answer answer = send(method, path, body, value);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InvalidRequestException");
		assertThat(answer.body()).contains("Value", "'" + member + "' failed to satisfy constraint: ", constraint);
	}

}
