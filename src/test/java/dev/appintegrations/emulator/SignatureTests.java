package dev.appintegrations.emulator;

import java.time.Duration;
import java.time.Instant;

import dev.appintegrations.emulator.RawRequest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What AWS refuses before any service looks at a request.
 */
class SignatureTests {

	private static final String DAY = RawRequest.amzDate(Instant.now()).substring(0, 8);

	private final String account = EmulatorServer.freshAccount();

	@Test
	void refusesUnsignedRequestInJson() throws Exception {
		Answer answer = RawRequest.unsigned("GET", "/dataIntegrations").send();
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.errorCode()).isEqualTo("MissingAuthenticationTokenException");
		assertThat(answer.json().path("Message").asString()).isEqualTo("Missing Authentication Token");
		assertThat(answer.header("x-amzn-RequestId")).hasSize(36);
	}

	@Test
	void refusesUnsignedStsRequestInXml() throws Exception {
		Answer answer = RawRequest.sts("Action=GetCallerIdentity&Version=2011-06-15").send();
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.header("Content-Type")).startsWith("text/xml");
		assertThat(answer.body()).startsWith("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">")
			.contains("<Type>Sender</Type><Code>MissingAuthenticationToken</Code>")
			.contains("<RequestId>" + answer.header("x-amzn-RequestId") + "</RequestId>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\"',
			textBlock = """
					Bearer abc                             | 'Bearer' not a valid key=value pair (missing equal-sign)
					AWS4-HMAC-SHA256 Credential= AKIA/x    | 'AKIA/x' not a valid key=value pair (missing equal-sign)
					AWS4-HMAC-SHA256                       | requires 'Credential' parameter. Authorization header requires 'Signature'
					AWS4-HMAC-SHA256 Credential=a/b/c/d,SignedHeaders=host,Signature=0 | exactly 5 slash-delimited elements
					""")
	void refusesMalformedAuthorization(String authorization, String message) throws Exception {
		Answer answer = RawRequest.unsigned("GET", "/dataIntegrations")
			.header("X-Amz-Date", RawRequest.amzDate(Instant.now()))
			.header("Authorization", authorization)
			.send();
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.errorCode()).isEqualTo("IncompleteSignatureException");
		assertThat(answer.json().path("Message").asString()).contains(message);
	}

	@Test
	void refusesMalformedAuthorizationOfStsWithItsOwnCodeAndStatus() throws Exception {
		Answer answer = RawRequest.sts("Action=GetCallerIdentity&Version=2011-06-15")
			.header("Authorization", "Bearer abc")
			.send();
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("<Code>IncompleteSignature</Code>");
	}

	@Test
	void refusesRequestWithoutDate() throws Exception {
		Answer answer = RawRequest.unsigned("GET", "/dataIntegrations")
			.header("Authorization",
					RawRequest.authorization(this.account, DAY + "/eu-west-2/app-integrations/aws4_request"))
			.send();
		assertThat(answer.errorCode()).isEqualTo("IncompleteSignatureException");
		assertThat(answer.json().path("Message").asString()).contains("existence of either a 'X-Amz-Date'");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			19990101/eu-west-2/app-integrations/aws4_request | Date in Credential scope does not match
			DAY/moon/app-integrations/aws4_request           | Credential should be scoped to a valid region.
			DAY/eu-west-2/app-integrations/aws2_request      | 'aws4_request', not 'aws2_request'
			""")
	void refusesWrongScope(String scope, String message) throws Exception {
		Answer answer = RawRequest.unsigned("GET", "/dataIntegrations")
			.header("X-Amz-Date", RawRequest.amzDate(Instant.now()))
			.header("Authorization", RawRequest.authorization(this.account, scope.replace("DAY", DAY)))
			.send();
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.errorCode()).isEqualTo("InvalidSignatureException");
		assertThat(answer.json().path("Message").asString()).contains(message);
	}

	@ParameterizedTest
	@CsvSource({ "SignedHeaders=host;, SignedHeaders=", "Signature=0000, Signature=XYZ" })
	void refusesWhatCannotBeASignature(String right, String wrong) throws Exception {
		String authorization = RawRequest.authorization(this.account, DAY + "/eu-west-2/app-integrations/aws4_request")
			.replace(right, wrong);
		Answer answer = RawRequest.unsigned("GET", "/dataIntegrations")
			.header("X-Amz-Date", RawRequest.amzDate(Instant.now()))
			.header("Authorization", authorization)
			.send();
		assertThat(answer.errorCode()).isEqualTo("InvalidSignatureException");
	}

	@ParameterizedTest
	@CsvSource({ "-240, 200, ''", "240, 200, ''", "-360, 403, Signature expired: ",
			"360, 403, Signature not yet current: " })
	void acceptsFiveMinutesOfClockSkew(long seconds, int status, String message) throws Exception {
		Answer answer = RawRequest.unsigned("GET", "/dataIntegrations")
			.sign(this.account, "app-integrations", "eu-west-2", Instant.now().plus(Duration.ofSeconds(seconds)))
			.send();
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.json().path("Message").asString("")).startsWith(message);
		assertThat(answer.errorCode()).isEqualTo((status == 200) ? "" : "InvalidSignatureException");
	}

	@Test
	void stsCallsSkewSignatureDoesNotMatch() throws Exception {
		Answer answer = RawRequest.sts("Action=GetCallerIdentity&Version=2011-06-15")
			.sign(this.account, "sts", "eu-west-2", Instant.now().minus(Duration.ofMinutes(6)))
			.send();
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("<Code>SignatureDoesNotMatch</Code><Message>Signature expired: ");
	}

	@Test
	void keysThatTellNothingBelongToAccountOfZeros() throws Exception {
		Answer answer = RawRequest.signed("GET", "/eventIntegrations/nobody", "AKIDEXAMPLE").send();
		assertThat(answer.errorCode()).isEqualTo("ResourceNotFoundException");
		assertThat(EmulatorServer.calls("000000000000")).extracting("requestId")
			.contains(answer.header("x-amzn-RequestId"));
	}

	@Test
	void answersUnknownPathAndUnknownService() throws Exception {
		Answer path = RawRequest.signed("GET", "/nothing/here", this.account).send();
		assertThat(path.status()).isEqualTo(404);
		assertThat(path.errorCode()).isEqualTo("UnknownOperationException");
		Answer service = RawRequest.signed("GET", "/", this.account, "s3", "eu-west-2").send();
		assertThat(service.status()).isEqualTo(404);
		assertThat(service.errorCode()).isEqualTo("UnknownOperationException");
		assertThat(EmulatorServer.calls(this.account)).isEmpty();
	}

	@Test
	void refusesQueryThatCannotBeDecodedAndBodyThatIsTooLarge() throws Exception {
		Answer query = RawRequest.sts("Action=%zz").sign(this.account, "sts", "eu-west-2", Instant.now()).send();
		assertThat(query.status()).isEqualTo(400);
		assertThat(query.body()).contains("<Code>MalformedQueryString</Code>");
		String megabyte = "x".repeat(1024 * 1024);
		Answer fits = RawRequest.signed("POST", "/eventIntegrations", this.account).body(megabyte).send();
		assertThat(fits.errorCode()).isEqualTo("SerializationException");
		Answer large = RawRequest.signed("POST", "/eventIntegrations", this.account).body(megabyte + "x").send();
		assertThat(large.status()).isEqualTo(413);
	}

	@ParameterizedTest
	@CsvSource({ "a%2Fb, a/b", "a%2F%2Fb, a//b", "%2E%2E, ..", "..%2F.., ../..", "-, -" })
	void hearsNamesAsTheyAre(String segment, String name) throws Exception {
		EmulatorServer.client(this.account, "eu-west-2")
			.createEventIntegration((request) -> request.name(name)
				.eventBridgeBus("default")
				.eventFilter((filter) -> filter.source("aws.partner/example.com/x")));
		Answer answer = RawRequest.signed("GET", "/eventIntegrations/" + segment, this.account).send();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("Name").asString()).isEqualTo(name);
	}

}
