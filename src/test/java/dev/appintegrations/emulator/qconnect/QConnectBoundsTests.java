package dev.appintegrations.emulator.qconnect;

import java.util.Map;

import dev.appintegrations.emulator.OperationRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.appintegrations.emulator.OperationRequest.quoted;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bounds of every member on both sides, whatever else the answer is.
 */
class QConnectBoundsTests {

	private static final String ID = "11111111-2222-3333-4444-555555555555";

	private static final String PAGE = "?nextToken={nextToken}&maxResults={maxResults}";

	private static final Map<String, OperationRequest> REQUESTS = Map.ofEntries(
			request("CreateKnowledgeBase", "POST", "/knowledgeBases",
					"""
							{"clientToken": "token", "name": "handbook", "knowledgeBaseType": "EXTERNAL", "description": "The handbook",
							 "sourceConfiguration": {"appIntegrations": {"objectFields": ["Id"],
							   "appIntegrationArn": "arn:aws:app-integrations:eu-west-2:111122223333:data-integration/1"},
							  "managedSourceConfiguration": {"webCrawlerConfiguration": {
							   "urlConfiguration": {"seedUrls": [{"url": "https://example.com"}]}, "crawlerLimits": {"rateLimit": 1},
							   "inclusionFilters": ["a"], "exclusionFilters": ["b"], "scope": "HOST_ONLY"}}},
							 "renderingConfiguration": {"templateUri": "https://example.com"},
							 "vectorIngestionConfiguration": {"chunkingConfiguration": {"chunkingStrategy": "FIXED_SIZE",
							   "fixedSizeChunkingConfiguration": {"maxTokens": 1, "overlapPercentage": 1},
							   "hierarchicalChunkingConfiguration": {"levelConfigurations": [{"maxTokens": 1}, {"maxTokens": 1}],
							    "overlapTokens": 1},
							   "semanticChunkingConfiguration": {"maxTokens": 1, "bufferSize": 0, "breakpointPercentileThreshold": 50}},
							  "parsingConfiguration": {"parsingStrategy": "BEDROCK_FOUNDATION_MODEL",
							   "bedrockFoundationModelConfiguration": {"parsingPrompt": {"parsingPromptText": "Read"}, "modelArn":
							    "arn:aws:bedrock:eu-west-2::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"}}},
							 "serverSideEncryptionConfiguration": {"kmsKeyId": "key", "replicaKmsKeys": [{"arn": "key"}]},
							 "tags": {"team": "contact-centre"}}
							"""),
			request("GetKnowledgeBase", "GET", "/knowledgeBases/{knowledgeBaseId}", "{\"knowledgeBaseId\": \"ID\"}"),
			request("ListKnowledgeBases", "GET", "/knowledgeBases" + PAGE, "{}"),
			request("DeleteKnowledgeBase", "DELETE", "/knowledgeBases/{knowledgeBaseId}",
					"{\"knowledgeBaseId\": \"ID\"}"),
			request("CreateAssistant", "POST", "/assistants", """
					{"clientToken": "token", "name": "helper", "type": "AGENT", "description": "Helps",
					 "serverSideEncryptionConfiguration": {"kmsKeyId": "key"}, "tags": {"team": "contact-centre"}}
					"""), request("ListAssistants", "GET", "/assistants" + PAGE, "{}"),
			request("DeleteAssistant", "DELETE", "/assistants/{assistantId}", "{\"assistantId\": \"ID\"}"),
			request("CreateAssistantAssociation", "POST", "/assistants/{assistantId}/associations", """
					{"clientToken": "token", "assistantId": "ID", "associationType": "KNOWLEDGE_BASE",
					 "association": {"knowledgeBaseId": "ID", "externalBedrockKnowledgeBaseConfig": {
					  "bedrockKnowledgeBaseArn": "arn:aws:bedrock:eu-west-2:111122223333:knowledge-base/abc",
					  "accessRoleArn": "arn:aws:iam::111122223333:role/bedrock"}}, "tags": {"team": "contact-centre"}}
					"""),
			request("ListAssistantAssociations", "GET", "/assistants/{assistantId}/associations" + PAGE,
					"{\"assistantId\": \"ID\"}"),
			request("DeleteAssistantAssociation", "DELETE",
					"/assistants/{assistantId}/associations/{assistantAssociationId}",
					"{\"assistantId\": \"ID\", \"assistantAssociationId\": \"ID\"}"));

	private static final String CHUNKING = "vectorIngestionConfiguration.chunkingConfiguration.";

	private static Map.Entry<String, OperationRequest> request(String operation, String method, String path,
			String members) {
		return Map.entry(operation, new OperationRequest("wisdom", method, path, "ValidationException",
				members.replace("\"ID\"", quoted(ID))));
	}

	private static OperationRequest request(String operation) {
		OperationRequest request = REQUESTS.get(operation);
		assertThat(request).as(operation).isNotNull();
		return request;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CreateKnowledgeBase        | clientToken                                               | 1 | 4096
					CreateKnowledgeBase        | name                                                      | 1 | 255
					CreateKnowledgeBase        | description                                               | 1 | 255
					CreateKnowledgeBase        | sourceConfiguration.appIntegrations.objectFields.0        | 1 | 4096
					CreateKnowledgeBase        | sourceConfiguration.managedSourceConfiguration.webCrawlerConfiguration.inclusionFilters.0 | 1 | 1000
					CreateKnowledgeBase        | sourceConfiguration.managedSourceConfiguration.webCrawlerConfiguration.exclusionFilters.0 | 1 | 1000
					CreateKnowledgeBase        | renderingConfiguration.templateUri                        | 1 | 4096
					CreateKnowledgeBase        | serverSideEncryptionConfiguration.kmsKeyId                | 1 | 4096
					CreateKnowledgeBase        | serverSideEncryptionConfiguration.replicaKmsKeys.0.arn    | 1 | 4096
					CreateKnowledgeBase        | vectorIngestionConfiguration.parsingConfiguration.bedrockFoundationModelConfiguration.parsingPrompt.parsingPromptText | 1 | 10000
					CreateKnowledgeBase        | tags.team                                                 | 1 | 256
					ListKnowledgeBases         | nextToken                                                 | 1 | 4096
					CreateAssistant            | clientToken                                               | 1 | 4096
					CreateAssistant            | name                                                      | 1 | 255
					CreateAssistant            | description                                               | 1 | 255
					CreateAssistant            | serverSideEncryptionConfiguration.kmsKeyId                | 1 | 4096
					CreateAssistant            | tags.team                                                 | 1 | 256
					ListAssistants             | nextToken                                                 | 1 | 2048
					CreateAssistantAssociation | clientToken                                               | 1 | 4096
					CreateAssistantAssociation | tags.team                                                 | 1 | 256
					ListAssistantAssociations  | nextToken                                                 | 1 | 2048
					""")
	void boundsTexts(String operation, String member, int least, int most) {
		request(operation).assertLength(member, "", least, most);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CreateKnowledgeBase        | sourceConfiguration.appIntegrations.appIntegrationArn                  | arn:aws:a::: | 1  | 2048
					CreateAssistantAssociation | association.externalBedrockKnowledgeBaseConfig.bedrockKnowledgeBaseArn | arn:aws:bedrock:eu-west-2:111122223333:knowledge-base/ | 47 | 128
					CreateAssistantAssociation | association.externalBedrockKnowledgeBaseConfig.bedrockKnowledgeBaseArn | arn:aws:bedrock:eu-west-2:111122223333:knowledge-base/ | 47 | 128
					""")
	void boundsTextsThatBeginInACertainWay(String operation, String member, String start, int least, int most) {
		request(operation).assertLength(member, start, least, most);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					sourceConfiguration.appIntegrations.objectFields                                                       | 1 | 100
					sourceConfiguration.managedSourceConfiguration.webCrawlerConfiguration.urlConfiguration.seedUrls       | 1 | 100
					sourceConfiguration.managedSourceConfiguration.webCrawlerConfiguration.inclusionFilters                | 1 | 25
					sourceConfiguration.managedSourceConfiguration.webCrawlerConfiguration.exclusionFilters                | 1 | 25
					serverSideEncryptionConfiguration.replicaKmsKeys                                                       | 1 | 5
					vectorIngestionConfiguration.chunkingConfiguration.hierarchicalChunkingConfiguration.levelConfigurations | 2 | 2
					""")
	void boundsLists(String member, int least, int most) {
		request("CreateKnowledgeBase").assertSize(member, least, most);
	}

	@ParameterizedTest
	@CsvSource({ "fixedSizeChunkingConfiguration.maxTokens, 1, 2147483647",
			"fixedSizeChunkingConfiguration.overlapPercentage, 1, 99",
			"hierarchicalChunkingConfiguration.levelConfigurations.0.maxTokens, 1, 8192",
			"hierarchicalChunkingConfiguration.overlapTokens, 1, 2147483647",
			"semanticChunkingConfiguration.maxTokens, 1, 2147483647", "semanticChunkingConfiguration.bufferSize, 0, 1",
			"semanticChunkingConfiguration.breakpointPercentileThreshold, 50, 99" })
	void boundsNumbersOfChunking(String member, long least, long most) {
		request("CreateKnowledgeBase").assertNumber(CHUNKING + member, least, most);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ListKnowledgeBases", "ListAssistants", "ListAssistantAssociations" })
	void boundsPageSizes(String operation) {
		request(operation).assertNumber("maxResults", 1, 100);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"sourceConfiguration.managedSourceConfiguration.webCrawlerConfiguration.crawlerLimits.rateLimit" })
	void boundsRatesOfCrawlers(String member) {
		request("CreateKnowledgeBase").assertNumber(member, 1, 300);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CreateKnowledgeBase        | knowledgeBaseType | EXTERNAL,CUSTOM,QUICK_RESPONSES,MESSAGE_TEMPLATES,MANAGED
					CreateKnowledgeBase        | sourceConfiguration.managedSourceConfiguration.webCrawlerConfiguration.scope | HOST_ONLY,SUBDOMAINS
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.chunkingStrategy | FIXED_SIZE,NONE,HIERARCHICAL,SEMANTIC
					CreateKnowledgeBase        | vectorIngestionConfiguration.parsingConfiguration.parsingStrategy   | BEDROCK_FOUNDATION_MODEL
					CreateAssistant            | type              | AGENT
					CreateAssistantAssociation | associationType   | KNOWLEDGE_BASE,EXTERNAL_BEDROCK_KNOWLEDGE_BASE
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
					CreateKnowledgeBase        | name        | a. b_c,-/?  | /a
					CreateKnowledgeBase        | description | 9 (nine)    | (nine)
					CreateKnowledgeBase        | tags        | {"a/b": "c"} | {"aws:a": "b"}
					CreateKnowledgeBase        | sourceConfiguration.appIntegrations.appIntegrationArn | arn:aws:a::111122223333:b | arn:aws:a::1111:b
					CreateKnowledgeBase        | sourceConfiguration.managedSourceConfiguration.webCrawlerConfiguration.urlConfiguration.seedUrls.0.url | http://a/b | ftp://a/b
					CreateKnowledgeBase        | vectorIngestionConfiguration.parsingConfiguration.bedrockFoundationModelConfiguration.modelArn | arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0 | arn:aws:bedrock:us-east-1::foundation-model/other
					CreateAssistant            | name        | a b         | ?
					CreateAssistant            | description | a?          | ?a
					CreateAssistant            | tags        | {"a=b": "c"} | {"a b": "c"}
					CreateAssistantAssociation | association.knowledgeBaseId | 11111111-2222-3333-4444-555555555555 | arn:aws:wisdom:eu-west-2:111122223333:knowledge-base/11111111-2222-3333-4444-555555555555
					CreateAssistantAssociation | association.externalBedrockKnowledgeBaseConfig.bedrockKnowledgeBaseArn | arn:aws-cn:bedrock:cn-north-1:111122223333:knowledge-base/0aZ | arn:aws:bedrock:eu-west-2:111122223333:knowledge-base/a-b-c-d
					CreateAssistantAssociation | association.externalBedrockKnowledgeBaseConfig.accessRoleArn | arn:aws:iam::111122223333:role/service-role/a | arn:aws:iam::111122223333:role/other/abcdefg
					""")
	void takesOnlyWhatPatternsAllow(String operation, String member, String taken, String refused) {
		request(operation).assertTaken(member, json(taken));
		request(operation).assertRefused(member, json(refused), "Member must satisfy regular expression pattern");
	}

	@ParameterizedTest
	@CsvSource({ "GetKnowledgeBase, knowledgeBaseId", "DeleteKnowledgeBase, knowledgeBaseId",
			"DeleteAssistant, assistantId", "CreateAssistantAssociation, assistantId",
			"ListAssistantAssociations, assistantId", "DeleteAssistantAssociation, assistantId",
			"DeleteAssistantAssociation, assistantAssociationId" })
	void takesIdsAndArns(String operation, String member) {
		OperationRequest request = request(operation);
		request.assertTaken(member, quoted(ID));
		request.assertTaken(member, quoted("arn:aws:wisdom:eu-west-2:111122223333:knowledge-base/" + ID));
		request.assertTaken(member, quoted("arn:aws:wisdom:eu-west-2:111122223333:association/" + ID + "/" + ID));
		for (String other : new String[] { "handbook", ID + "0", "0" + ID, ID.replace('1', 'A'),
				"arn:aws:connect:eu-west-2:111122223333:knowledge-base/" + ID,
				"arn:aws:wisdom:eu-west-2:111122223333:knowledge-base/" + ID + "/x" }) {
			request.assertRefused(member, quoted(other), "Member must satisfy regular expression pattern");
		}
	}

	private static String json(String value) {
		return value.startsWith("{") ? value : quoted(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CreateKnowledgeBase        | name
					CreateKnowledgeBase        | knowledgeBaseType
					CreateKnowledgeBase        | sourceConfiguration.appIntegrations.appIntegrationArn
					CreateKnowledgeBase        | sourceConfiguration.managedSourceConfiguration.webCrawlerConfiguration.urlConfiguration
					CreateKnowledgeBase        | serverSideEncryptionConfiguration.replicaKmsKeys.0.arn
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.chunkingStrategy
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.fixedSizeChunkingConfiguration.maxTokens
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.fixedSizeChunkingConfiguration.overlapPercentage
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.hierarchicalChunkingConfiguration.levelConfigurations
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.hierarchicalChunkingConfiguration.levelConfigurations.0.maxTokens
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.hierarchicalChunkingConfiguration.overlapTokens
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.semanticChunkingConfiguration.maxTokens
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.semanticChunkingConfiguration.bufferSize
					CreateKnowledgeBase        | vectorIngestionConfiguration.chunkingConfiguration.semanticChunkingConfiguration.breakpointPercentileThreshold
					CreateKnowledgeBase        | vectorIngestionConfiguration.parsingConfiguration.parsingStrategy
					CreateKnowledgeBase        | vectorIngestionConfiguration.parsingConfiguration.bedrockFoundationModelConfiguration.modelArn
					CreateKnowledgeBase        | vectorIngestionConfiguration.parsingConfiguration.bedrockFoundationModelConfiguration.parsingPrompt.parsingPromptText
					CreateAssistant            | name
					CreateAssistant            | type
					CreateAssistantAssociation | associationType
					CreateAssistantAssociation | association
					CreateAssistantAssociation | association.externalBedrockKnowledgeBaseConfig.bedrockKnowledgeBaseArn
					CreateAssistantAssociation | association.externalBedrockKnowledgeBaseConfig.accessRoleArn
					""")
	void wantsWhatIsRequired(String operation, String member) {
		request(operation).assertRequired(member);
	}

}
