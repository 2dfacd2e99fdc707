package dev.appintegrations.emulator.profiles;

import java.util.Map;

import dev.appintegrations.emulator.OperationRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.appintegrations.emulator.OperationRequest.quoted;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bounds of every member on both sides, whatever else the answer is.
 */
class ProfilesBoundsTests {

	private static final String PAGE = "?next-token={NextToken}&max-results={MaxResults}&include-hidden={IncludeHidden}";

	private static final Map<String, OperationRequest> REQUESTS = Map.ofEntries(
			request("CreateDomain", "POST", "/domains/{DomainName}", """
					{"DomainName": "orders", "DefaultExpirationDays": 366, "DefaultEncryptionKey": "key",
					 "DeadLetterQueueUrl": "https://sqs.eu-west-2.amazonaws.com/111122223333/letters",
					 "Matching": {"Enabled": true, "JobSchedule": {"DayOfTheWeek": "SUNDAY", "Time": "03:00"},
					  "AutoMerging": {"Enabled": true, "Consolidation": {"MatchingAttributesList": [["Email"]]},
					   "ConflictResolution": {"ConflictResolvingModel": "SOURCE", "SourceName": "orders"},
					   "MinAllowedConfidenceScoreForMerging": 0.5},
					  "ExportingConfig": {"S3Exporting": {"S3BucketName": "example-bucket", "S3KeyName": "a"}}},
					 "RuleBasedMatching": {"Enabled": true, "MatchingRules": [{"Rule": ["Email"]}],
					  "MaxAllowedRuleLevelForMerging": 1, "MaxAllowedRuleLevelForMatching": 1,
					  "AttributeTypesSelector": {"AttributeMatchingModel": "ONE_TO_ONE", "Address": ["Address"],
					   "PhoneNumber": ["PhoneNumber"], "EmailAddress": ["EmailAddress"]},
					  "ConflictResolution": {"ConflictResolvingModel": "RECENCY"},
					  "ExportingConfig": {"S3Exporting": {"S3BucketName": "example-bucket"}}},
					 "DataStore": {"Enabled": true}, "Tags": {"team": "contact-centre"}}
					"""), request("DeleteDomain", "DELETE", "/domains/{DomainName}", "{\"DomainName\": \"orders\"}"),
			request("ListDomains", "GET", "/domains?next-token={NextToken}&max-results={MaxResults}", "{}"),
			request("PutIntegration", "PUT", "/domains/{DomainName}/integrations",
					"""
							{"DomainName": "orders", "ObjectTypeName": "orders", "ObjectTypeNames": {"SegmentIdentify": "orders"},
							 "Tags": {"team": "contact-centre"}, "RoleArn": "arn:aws:iam::111122223333:role/orders",
							 "EventTriggerNames": ["orders"], "Scope": "DOMAIN",
							 "FlowDefinition": {"Description": "Orders", "FlowName": "orders",
							  "KmsArn": "arn:aws:kms:eu-west-2:111122223333:key/1",
							  "SourceFlowConfig": {"ConnectorProfileName": "sales", "ConnectorType": "Salesforce",
							   "IncrementalPullConfig": {"DatetimeTypeFieldName": "changed"},
							   "SourceConnectorProperties": {"Marketo": {"Object": "a"},
							    "S3": {"BucketName": "example-bucket", "BucketPrefix": "a"},
							    "Salesforce": {"Object": "a", "EnableDynamicFieldUpdate": true, "IncludeDeletedRecords": true},
							    "ServiceNow": {"Object": "a"}, "Zendesk": {"Object": "a"}}},
							  "Tasks": [{"ConnectorOperator": {"Marketo": "PROJECTION", "S3": "PROJECTION", "Salesforce": "PROJECTION",
							    "ServiceNow": "PROJECTION", "Zendesk": "PROJECTION"}, "DestinationField": "a",
							   "SourceFields": ["a"], "TaskProperties": {"VALUE": "a"}, "TaskType": "Map"}],
							  "TriggerConfig": {"TriggerType": "Scheduled", "TriggerProperties": {"Scheduled":
							   {"ScheduleExpression": "rate(1 hours)", "DataPullMode": "Incremental", "ScheduleStartTime": 1764547200,
							    "ScheduleEndTime": 1764547200.5, "Timezone": "Europe/London", "ScheduleOffset": 0,
							    "FirstExecutionFrom": 1764547200}}}}}
							"""),
			request("GetIntegration", "POST", "/domains/{DomainName}/integrations",
					"{\"DomainName\": \"orders\", \"Uri\": \"s3://example-bucket\"}"),
			request("ListIntegrations", "GET", "/domains/{DomainName}/integrations" + PAGE,
					"{\"DomainName\": \"orders\"}"),
			request("ListAccountIntegrations", "POST", "/integrations" + PAGE, "{\"Uri\": \"s3://example-bucket\"}"),
			request("DeleteIntegration", "POST", "/domains/{DomainName}/integrations/delete",
					"{\"DomainName\": \"orders\", \"Uri\": \"s3://example-bucket\"}"));

	private static Map.Entry<String, OperationRequest> request(String operation, String method, String path,
			String members) {
		return Map.entry(operation, new OperationRequest("profile", method, path, "BadRequestException", members));
	}

	private static OperationRequest request(String operation) {
		OperationRequest request = REQUESTS.get(operation);
		assertThat(request).as(operation).isNotNull();
		return request;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CreateDomain            | DomainName                                                      | 1 | 64
					CreateDomain            | DefaultEncryptionKey                                            | 0 | 255
					CreateDomain            | DeadLetterQueueUrl                                              | 0 | 255
					CreateDomain            | Matching.AutoMerging.Consolidation.MatchingAttributesList.0.0   | 1 | 255
					CreateDomain            | Matching.AutoMerging.ConflictResolution.SourceName              | 1 | 255
					CreateDomain            | Matching.ExportingConfig.S3Exporting.S3BucketName               | 3 | 63
					CreateDomain            | Matching.ExportingConfig.S3Exporting.S3KeyName                  | 1 | 800
					CreateDomain            | RuleBasedMatching.MatchingRules.0.Rule.0                        | 1 | 255
					CreateDomain            | RuleBasedMatching.AttributeTypesSelector.Address.0              | 1 | 255
					CreateDomain            | RuleBasedMatching.AttributeTypesSelector.PhoneNumber.0          | 1 | 255
					CreateDomain            | RuleBasedMatching.AttributeTypesSelector.EmailAddress.0         | 1 | 255
					CreateDomain            | RuleBasedMatching.ExportingConfig.S3Exporting.S3BucketName      | 3 | 63
					CreateDomain            | Tags.team                                                       | 0 | 256
					DeleteDomain            | DomainName                                                      | 1 | 64
					ListDomains             | NextToken                                                       | 1 | 1024
					PutIntegration          | DomainName                                                      | 1 | 64
					PutIntegration          | Uri                                                             | 1 | 255
					PutIntegration          | ObjectTypeName                                                  | 1 | 255
					PutIntegration          | ObjectTypeNames.SegmentIdentify                                 | 1 | 255
					PutIntegration          | Tags.team                                                       | 0 | 256
					PutIntegration          | EventTriggerNames.0                                             | 1 | 64
					PutIntegration          | FlowDefinition.Description                                      | 0 | 2048
					PutIntegration          | FlowDefinition.SourceFlowConfig.IncrementalPullConfig.DatetimeTypeFieldName | 0 | 256
					PutIntegration          | FlowDefinition.SourceFlowConfig.SourceConnectorProperties.S3.BucketName     | 3 | 63
					PutIntegration          | FlowDefinition.SourceFlowConfig.SourceConnectorProperties.S3.BucketPrefix   | 0 | 512
					PutIntegration          | FlowDefinition.Tasks.0.DestinationField                         | 0 | 256
					PutIntegration          | FlowDefinition.Tasks.0.SourceFields.0                           | 0 | 2048
					PutIntegration          | FlowDefinition.TriggerConfig.TriggerProperties.Scheduled.ScheduleExpression | 0 | 256
					PutIntegration          | FlowDefinition.TriggerConfig.TriggerProperties.Scheduled.Timezone           | 0 | 256
					GetIntegration          | DomainName                                                      | 1 | 64
					GetIntegration          | Uri                                                             | 1 | 255
					ListIntegrations        | DomainName                                                      | 1 | 64
					ListIntegrations        | NextToken                                                       | 1 | 1024
					ListAccountIntegrations | Uri                                                             | 1 | 255
					ListAccountIntegrations | NextToken                                                       | 1 | 1024
					DeleteIntegration       | DomainName                                                      | 1 | 64
					DeleteIntegration       | Uri                                                             | 1 | 255
					""")
	void boundsTexts(String operation, String member, int least, int most) {
		request(operation).assertLength(member, "", least, most);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			RoleArn                                                          | arn:aws:iam::111122223333: | 0  | 512
			FlowDefinition.KmsArn                                            | arn:aws:kms:eu-west-2:1:   | 20 | 2048
			FlowDefinition.FlowName                                          | xx                         | 0  | 256
			FlowDefinition.SourceFlowConfig.ConnectorProfileName             | x                          | 0  | 256
			FlowDefinition.SourceFlowConfig.SourceConnectorProperties.Marketo.Object    | x               | 0  | 512
			FlowDefinition.SourceFlowConfig.SourceConnectorProperties.Salesforce.Object | x               | 0  | 512
			FlowDefinition.SourceFlowConfig.SourceConnectorProperties.ServiceNow.Object | x               | 0  | 512
			FlowDefinition.SourceFlowConfig.SourceConnectorProperties.Zendesk.Object    | x               | 0  | 512
			FlowDefinition.Tasks.0.TaskProperties.VALUE                      | x                          | 0  | 2048
			""")
	void boundsTextsThatBeginInACertainWay(String member, String start, int least, int most) {
		request("PutIntegration").assertLength(member, start, least, most);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			CreateDomain   | Matching.AutoMerging.Consolidation.MatchingAttributesList   | 1 | 10
			CreateDomain   | Matching.AutoMerging.Consolidation.MatchingAttributesList.0 | 1 | 20
			CreateDomain   | RuleBasedMatching.MatchingRules                             | 1 | 15
			CreateDomain   | RuleBasedMatching.MatchingRules.0.Rule                      | 1 | 15
			CreateDomain   | RuleBasedMatching.AttributeTypesSelector.Address            | 1 | 4
			CreateDomain   | RuleBasedMatching.AttributeTypesSelector.PhoneNumber        | 1 | 4
			CreateDomain   | RuleBasedMatching.AttributeTypesSelector.EmailAddress       | 1 | 3
			CreateDomain   | Tags                                                        | 1 | 50
			PutIntegration | Tags                                                        | 1 | 50
			PutIntegration | EventTriggerNames                                           | 1 | 1
			""")
	void boundsListsAndMaps(String operation, String member, int least, int most) {
		request(operation).assertSize(member, least, most);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CreateDomain            | DefaultExpirationDays                            | 1 | 1098
					CreateDomain            | Matching.AutoMerging.MinAllowedConfidenceScoreForMerging | 0 | 1
					CreateDomain            | RuleBasedMatching.MaxAllowedRuleLevelForMerging  | 1 | 15
					CreateDomain            | RuleBasedMatching.MaxAllowedRuleLevelForMatching | 1 | 15
					PutIntegration          | FlowDefinition.TriggerConfig.TriggerProperties.Scheduled.ScheduleOffset | 0 | 36000
					ListDomains             | MaxResults                                       | 1 | 100
					ListIntegrations        | MaxResults                                       | 1 | 100
					ListAccountIntegrations | MaxResults                                       | 1 | 100
					""")
	void boundsNumbers(String operation, String member, int least, int most) {
		request(operation).assertNumber(member, least, most);
	}

	@ParameterizedTest
	@CsvSource({ "0.0, true", "0.999, true", "1.0, true", "1.001, false", "-0.001, false" })
	void boundsScoresBetweenWholeNumbers(String score, boolean taken) {
		String member = "Matching.AutoMerging.MinAllowedConfidenceScoreForMerging";
		if (taken) {
			request("CreateDomain").assertTaken(member, score);
		}
		else {
			request("CreateDomain").assertRefused(member, score, "Member must have value");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CreateDomain   | Matching.JobSchedule.DayOfTheWeek                               | SUNDAY,MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY
					CreateDomain   | Matching.AutoMerging.ConflictResolution.ConflictResolvingModel  | RECENCY,SOURCE
					CreateDomain   | RuleBasedMatching.AttributeTypesSelector.AttributeMatchingModel | ONE_TO_ONE,MANY_TO_MANY
					PutIntegration | Scope                                                           | PROFILE,DOMAIN
					PutIntegration | FlowDefinition.SourceFlowConfig.ConnectorType                   | Salesforce,Marketo,Zendesk,Servicenow,S3
					PutIntegration | FlowDefinition.Tasks.0.TaskType                                 | Arithmetic,Filter,Map,Mask,Merge,Truncate,Validate
					PutIntegration | FlowDefinition.Tasks.0.ConnectorOperator.Marketo                | PROJECTION,LESS_THAN
					PutIntegration | FlowDefinition.Tasks.0.ConnectorOperator.S3                     | PROJECTION,LESS_THAN
					PutIntegration | FlowDefinition.Tasks.0.ConnectorOperator.Salesforce             | PROJECTION,CONTAINS
					PutIntegration | FlowDefinition.Tasks.0.ConnectorOperator.ServiceNow             | PROJECTION,CONTAINS
					PutIntegration | FlowDefinition.Tasks.0.ConnectorOperator.Zendesk                | PROJECTION,GREATER_THAN
					PutIntegration | FlowDefinition.TriggerConfig.TriggerType                        | Scheduled,Event,OnDemand
					PutIntegration | FlowDefinition.TriggerConfig.TriggerProperties.Scheduled.DataPullMode | Incremental,Complete
					""")
	void takesOnlyValuesOfEnumerations(String operation, String member, String values) {
		for (String value : values.split(",")) {
			request(operation).assertTaken(member, quoted(value));
			request(operation).assertRefused(member, quoted(value + "S"), "Member must satisfy enum value set");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CreateDomain   | DomainName                                        | a-_Z0       | a b
					CreateDomain   | DomainName                                        | amazon-connect-x | a.b
					CreateDomain   | Matching.JobSchedule.Time                         | 23:59       | 24:00
					CreateDomain   | Matching.JobSchedule.Time                         | 3:00        | 03:60
					CreateDomain   | Matching.ExportingConfig.S3Exporting.S3BucketName | a.b-c       | A_b
					CreateDomain   | Tags                                              | {"a/b": ""} | {"aws:a": ""}
					CreateDomain   | Tags                                              | {"a9:": ""} | {"a b": ""}
					PutIntegration | ObjectTypeName                                    | _orders-1   | 1orders
					PutIntegration | EventTriggerNames.0                               | a-1         | a.1
					PutIntegration | RoleArn                                           | arn:aws:iam::1:role/a | arn:aws:iam::a:role/a
					PutIntegration | FlowDefinition.FlowName                           | o!1         | o 1
					PutIntegration | FlowDefinition.Description                        | a, b? c!    | a/b
					PutIntegration | FlowDefinition.KmsArn                             | arn:aws:kms:eu-west-2:1:a | arn:aws:kms:eu-west-2:a:b
					PutIntegration | FlowDefinition.SourceFlowConfig.ConnectorProfileName | a/b+c    | a b
					PutIntegration | FlowDefinition.SourceFlowConfig.SourceConnectorProperties.S3.BucketName | abc | a b c
					PutIntegration | FlowDefinition.SourceFlowConfig.SourceConnectorProperties.Zendesk.Object | a | a b
					PutIntegration | FlowDefinition.Tasks.0.TaskProperties             | {"VALUES": "a"} | {"OTHER": "a"}
					""")
	void takesOnlyWhatPatternsAllow(String operation, String member, String taken, String refused) {
		request(operation).assertTaken(member, json(taken));
		request(operation).assertRefused(member, json(refused), "Member must satisfy");
	}

	private static String json(String value) {
		return value.startsWith("{") ? value : quoted(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			CreateDomain            | DefaultExpirationDays
			CreateDomain            | Matching.Enabled
			CreateDomain            | Matching.JobSchedule.DayOfTheWeek
			CreateDomain            | Matching.JobSchedule.Time
			CreateDomain            | Matching.AutoMerging.Enabled
			CreateDomain            | Matching.AutoMerging.Consolidation.MatchingAttributesList
			CreateDomain            | Matching.AutoMerging.ConflictResolution.ConflictResolvingModel
			CreateDomain            | Matching.ExportingConfig.S3Exporting.S3BucketName
			CreateDomain            | RuleBasedMatching.Enabled
			CreateDomain            | RuleBasedMatching.MatchingRules.0.Rule
			CreateDomain            | RuleBasedMatching.AttributeTypesSelector.AttributeMatchingModel
			PutIntegration          | FlowDefinition.FlowName
			PutIntegration          | FlowDefinition.KmsArn
			PutIntegration          | FlowDefinition.SourceFlowConfig
			PutIntegration          | FlowDefinition.SourceFlowConfig.ConnectorType
			PutIntegration          | FlowDefinition.SourceFlowConfig.SourceConnectorProperties
			PutIntegration          | FlowDefinition.SourceFlowConfig.SourceConnectorProperties.Marketo.Object
			PutIntegration          | FlowDefinition.SourceFlowConfig.SourceConnectorProperties.S3.BucketName
			PutIntegration          | FlowDefinition.SourceFlowConfig.SourceConnectorProperties.Salesforce.Object
			PutIntegration          | FlowDefinition.SourceFlowConfig.SourceConnectorProperties.ServiceNow.Object
			PutIntegration          | FlowDefinition.SourceFlowConfig.SourceConnectorProperties.Zendesk.Object
			PutIntegration          | FlowDefinition.Tasks
			PutIntegration          | FlowDefinition.Tasks.0.SourceFields
			PutIntegration          | FlowDefinition.Tasks.0.TaskType
			PutIntegration          | FlowDefinition.TriggerConfig
			PutIntegration          | FlowDefinition.TriggerConfig.TriggerType
			PutIntegration          | FlowDefinition.TriggerConfig.TriggerProperties.Scheduled.ScheduleExpression
			GetIntegration          | Uri
			ListAccountIntegrations | Uri
			DeleteIntegration       | Uri
			""")
	void wantsWhatIsRequired(String operation, String member) {
		request(operation).assertRequired(member);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CreateDomain            | DefaultExpirationDays | "366"
					CreateDomain            | Matching              | []
					CreateDomain            | Matching.AutoMerging.MinAllowedConfidenceScoreForMerging | "0.5"
					PutIntegration          | FlowDefinition.TriggerConfig.TriggerProperties.Scheduled.ScheduleStartTime | "today"
					PutIntegration          | FlowDefinition.TriggerConfig.TriggerProperties.Scheduled.ScheduleOffset    | 0.5
					PutIntegration          | EventTriggerNames     | "orders"
					ListIntegrations        | IncludeHidden         | "yes"
					ListAccountIntegrations | MaxResults            | "many"
					""")
	void refusesOtherTypes(String operation, String member, String json) {
		assertThat(request(operation).send(member, json).errorCode()).isEqualTo("SerializationException");
	}

}
