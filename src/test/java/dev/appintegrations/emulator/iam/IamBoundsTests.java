package dev.appintegrations.emulator.iam;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import dev.appintegrations.emulator.RawRequest;
import dev.appintegrations.emulator.RoleTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bounds of every member on both sides, whatever else the answer is.
 */
@RoleTest
class IamBoundsTests {

	private final IamCaller caller = IamCaller.fresh();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					CreateServiceLinkedRole            | AWSServiceName                          | AWSServiceName            | 1  | 128
					CreateServiceLinkedRole            | AWSServiceName,CustomSuffix             | CustomSuffix              | 1  | 64
					CreateServiceLinkedRole            | AWSServiceName,Description              | Description               | 0  | 1000
					GetRole                            | RoleName                                | RoleName                  | 1  | 64
					DeleteRole                         | RoleName                                | RoleName                  | 1  | 64
					DeleteServiceLinkedRole            | RoleName                                | RoleName                  | 1  | 64
					GetServiceLinkedRoleDeletionStatus | DeletionTaskId                          | DeletionTaskId            | 1  | 1000
					UpdateRole                         | RoleName,Description                    | RoleName                  | 1  | 64
					UpdateRole                         | RoleName,Description                    | Description               | 0  | 1000
					UpdateRoleDescription              | RoleName,Description                    | RoleName                  | 1  | 64
					UpdateRoleDescription              | RoleName,Description                    | Description               | 0  | 1000
					ListAttachedRolePolicies           | RoleName                                | RoleName                  | 1  | 64
					ListRolePolicies                   | RoleName                                | RoleName                  | 1  | 64
					ListRolePolicies                   | RoleName,Marker                         | Marker                    | 1  | 320
					GetRolePolicy                      | RoleName,PolicyName                     | RoleName                  | 1  | 64
					GetRolePolicy                      | RoleName,PolicyName                     | PolicyName                | 1  | 128
					PutRolePolicy                      | RoleName,PolicyName,PolicyDocument      | RoleName                  | 1  | 64
					PutRolePolicy                      | RoleName,PolicyName,PolicyDocument      | PolicyName                | 1  | 128
					PutRolePolicy                      | RoleName,PolicyName,PolicyDocument      | PolicyDocument            | 1  | 131072
					DeleteRolePolicy                   | RoleName,PolicyName                     | PolicyName                | 1  | 128
					UpdateAssumeRolePolicy             | RoleName,PolicyDocument                 | PolicyDocument            | 1  | 131072
					AttachRolePolicy                   | RoleName,PolicyArn                      | PolicyArn                 | 20 | 2048
					DetachRolePolicy                   | RoleName,PolicyArn                      | PolicyArn                 | 20 | 2048
					GetPolicy                          | PolicyArn                               | PolicyArn                 | 20 | 2048
					GetPolicyVersion                   | PolicyArn,VersionId                     | PolicyArn                 | 20 | 2048
					ListPolicyVersions                 | PolicyArn                               | PolicyArn                 | 20 | 2048
					ListRoleTags                       | RoleName                                | RoleName                  | 1  | 64
					TagRole                            | RoleName,Tags.member.1.Key,Tags.member.1.Value | Tags.member.1.Key   | 1  | 128
					TagRole                            | RoleName,Tags.member.1.Key,Tags.member.1.Value | Tags.member.1.Value | 0  | 256
					UntagRole                          | RoleName,TagKeys.member.1               | TagKeys.member.1          | 1  | 128
					SimulatePrincipalPolicy            | PolicySourceArn,ActionNames.member.1    | PolicySourceArn           | 20 | 2048
					SimulatePrincipalPolicy            | PolicySourceArn,ActionNames.member.1    | ActionNames.member.1      | 3  | 128
					SimulatePrincipalPolicy            | PolicySourceArn,ActionNames.member.1,ResourceArns.member.1 | ResourceArns.member.1 | 1 | 2048
					""")
	void boundsTexts(String operation, String members, String member, int least, int most) throws Exception {
		assertTaken(operation, members, member, "x".repeat(most));
		assertRefused(operation, members, member, "x".repeat(most + 1), "length less than or equal to " + most);
		assertTaken(operation, members, member, "x".repeat(least));
		if (least > 0) {
			assertRefused(operation, members, member, "x".repeat(least - 1),
					"length greater than or equal to " + least);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ListRoles                | MaxItems                                      | MaxItems           | 1    | 1000
			ListAttachedRolePolicies | RoleName,MaxItems                             | MaxItems           | 1    | 1000
			ListRolePolicies         | RoleName,MaxItems                             | MaxItems           | 1    | 1000
			ListRoleTags             | RoleName,MaxItems                             | MaxItems           | 1    | 1000
			ListPolicyVersions       | PolicyArn,MaxItems                            | MaxItems           | 1    | 1000
			SimulatePrincipalPolicy  | PolicySourceArn,ActionNames.member.1,MaxItems | MaxItems           | 1    | 1000
			UpdateRole               | RoleName,MaxSessionDuration                   | MaxSessionDuration | 3600 | 43200
			""")
	void boundsNumbers(String operation, String members, String member, int least, int most) throws Exception {
		assertTaken(operation, members, member, Integer.toString(least));
		assertTaken(operation, members, member, Integer.toString(most));
		assertRefused(operation, members, member, Integer.toString(least - 1),
				"value greater than or equal to " + least);
		assertRefused(operation, members, member, Integer.toString(most + 1), "value less than or equal to " + most);
	}

	@ParameterizedTest
	@CsvSource({ "ListRoles, PathPrefix, PathPrefix", "ListAttachedRolePolicies, 'RoleName,PathPrefix', PathPrefix" })
	void boundsPaths(String operation, String members, String member) throws Exception {
		assertTaken(operation, members, member, "/");
		assertTaken(operation, members, member, "/" + "x".repeat(510) + "/");
		assertRefused(operation, members, member, "/" + "x".repeat(511) + "/", "length less than or equal to 512");
		assertRefused(operation, members, member, "x/", "regular expression pattern");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a/b", "\u00e4", "a:b", "a*" })
	void takesNamesOfLettersDigitsAndAFewSigns(String name) throws Exception {
		assertRefused("GetRole", "RoleName", "RoleName", name, "regular expression pattern");
		assertRefused("GetRolePolicy", "RoleName,PolicyName", "PolicyName", name, "regular expression pattern");
		assertTaken("GetRole", "RoleName", "RoleName", "aZ09_+=,.@-");
	}

	@ParameterizedTest
	@CsvSource({ "v1, true", "v10.draft, true", "v0, false", "1, false", "v, false" })
	void takesVersionsAsIamNumbersThem(String version, boolean taken) throws Exception {
		if (taken) {
			assertTaken("GetPolicyVersion", "PolicyArn,VersionId", "VersionId", version);
		}
		else {
			assertRefused("GetPolicyVersion", "PolicyArn,VersionId", "VersionId", version,
					"regular expression pattern");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			CreateServiceLinkedRole            |                                     | aWSServiceName
			GetRole                            |                                     | roleName
			DeleteServiceLinkedRole            |                                     | roleName
			GetServiceLinkedRoleDeletionStatus |                                     | deletionTaskId
			UpdateRoleDescription              | RoleName                            | description
			GetPolicyVersion                   | PolicyArn                           | versionId
			GetRolePolicy                      | RoleName                            | policyName
			PutRolePolicy                      | RoleName,PolicyName                 | policyDocument
			AttachRolePolicy                   | RoleName                            | policyArn
			TagRole                            | RoleName                            | tags
			TagRole                            | RoleName,Tags.member.1.Key          | tags.1.member.value
			UntagRole                          | RoleName                            | tagKeys
			SimulatePrincipalPolicy            | PolicySourceArn                     | actionNames
			""")
	void wantsWhatIsRequired(String operation, String members, String missing) throws Exception {
		RawRequest.Answer answer = send(operation, (members != null) ? members : "", "", "");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("<Code>ValidationError</Code>",
				"Value null at '" + missing + "' failed to satisfy constraint: Member must not be null");
	}

	private void assertTaken(String operation, String members, String member, String value) throws Exception {
		assertThat(send(operation, members, member, value).body()).doesNotContain("failed to satisfy constraint");
	}

	private void assertRefused(String operation, String members, String member, String value, String constraint)
			throws Exception {
		RawRequest.Answer answer = send(operation, members, member, value);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("<Code>ValidationError</Code>", "detected: ", constraint);
	}

	/** All members have a value that holds everywhere but in paths and numbers. */
	private RawRequest.Answer send(String operation, String members, String member, String value) throws Exception {
		StringBuilder form = new StringBuilder("Action=" + operation);
		for (String each : members.isEmpty() ? new String[0] : members.split(",")) {
			String standard = "VersionId".equals(each) ? "v1" : "something-of-24-letters";
			form.append("&" + each + "="
					+ URLEncoder.encode(each.equals(member) ? value : standard, StandardCharsets.UTF_8));
		}
		return this.caller.send(form.toString());
	}

}
