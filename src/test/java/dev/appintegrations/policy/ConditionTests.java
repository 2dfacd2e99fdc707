package dev.appintegrations.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.appintegrations.policy.Condition.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Operators and qualifiers, each with a missing, an empty, a single and several values.
 * The cases are those of the IAM user guide, "Condition operators" and "Multivalued
 * context keys".
 */
class ConditionTests {

	/**
	 * Lists are separated by {@code ;}, {@code -} is a missing key, {@code []} an empty
	 * one.
	 */
	@ParameterizedTest(name = "{0} {1} of {2}: {3}")
	@CsvSource(quoteCharacter = '"', textBlock = """
			StringEquals, a;b, a, ALLOWED
			StringEquals, a;b, A, IMPLICIT_DENY
			StringEquals, a;b, -, IMPLICIT_DENY
			StringEquals, a;b, [], IMPLICIT_DENY
			StringEquals, a;b, a;b, ALLOWED
			StringEquals, a;b, a;c, NOT_SUPPORTED
			StringEquals, a*, ab, IMPLICIT_DENY
			StringEqualsIfExists, a, -, ALLOWED
			StringEqualsIfExists, a, b, IMPLICIT_DENY
			StringNotEquals, a;b, c, ALLOWED
			StringNotEquals, a;b, b, IMPLICIT_DENY
			StringNotEquals, a;b, -, ALLOWED
			StringNotEquals, a, [], ALLOWED
			StringNotEquals, a, b;c, ALLOWED
			StringNotEquals, a, a;c, NOT_SUPPORTED
			StringEqualsIgnoreCase, aB, Ab, ALLOWED
			StringEqualsIgnoreCase, aB, x, IMPLICIT_DENY
			StringNotEqualsIgnoreCase, aB, Ab, IMPLICIT_DENY
			StringNotEqualsIgnoreCase, aB, -, ALLOWED
			StringLike, a*c, abbc, ALLOWED
			StringLike, a?c, abc, ALLOWED
			StringLike, a?c, abbc, IMPLICIT_DENY
			StringLike, *, -, IMPLICIT_DENY
			StringNotLike, a*, b, ALLOWED
			StringNotLike, a*, ab, IMPLICIT_DENY
			StringNotLike, a*, -, ALLOWED
			NumericEquals, 10, 10.0, ALLOWED
			NumericEquals, 10, x, IMPLICIT_DENY
			NumericEquals, 10, -, IMPLICIT_DENY
			NumericNotEquals, 10, 11, ALLOWED
			NumericNotEquals, 10, -, ALLOWED
			NumericNotEquals, 10, 10.0, IMPLICIT_DENY
			NumericNotEquals, 10, ten, NOT_SUPPORTED
			NumericNotEquals, ten, 10, NOT_SUPPORTED
			NumericNotEquals, ten;10, 10, IMPLICIT_DENY
			NumericNotEqualsIfExists, 10, ten, NOT_SUPPORTED
			NumericEquals, 10, 1e1, IMPLICIT_DENY
			NumericEquals, ten, ten, IMPLICIT_DENY
			NumericLessThan, 5;10, 7, ALLOWED
			NumericLessThan, 10, 9, ALLOWED
			NumericLessThan, 10, 10, IMPLICIT_DENY
			NumericLessThanEquals, 10, 10, ALLOWED
			NumericLessThanEquals, 10, 10.1, IMPLICIT_DENY
			NumericGreaterThan, 10, 11, ALLOWED
			NumericGreaterThan, 10, 10, IMPLICIT_DENY
			NumericGreaterThanEquals, 10, 10, ALLOWED
			NumericGreaterThanEquals, -1, -2, IMPLICIT_DENY
			DateEquals, 2026-01-02T00:00:00Z, 2026-01-02, ALLOWED
			DateEquals, 2026-01-02T00:00:00Z, 1767312000, ALLOWED
			DateEquals, 1970-01-01T00:00:10Z, 10, ALLOWED
			DateEquals, 2026, 2026-01, ALLOWED
			DateEquals, 2026-13-01, 2026-13-01, IMPLICIT_DENY
			DateEquals, 2026-01-01T00:00:00, 2026-01-01T00:00:00, IMPLICIT_DENY
			DateNotEquals, 2026-01-02, 2026-01-03, ALLOWED
			DateNotEquals, 2026-01-02, 2026-01-02T00:00:00Z, IMPLICIT_DENY
			DateNotEquals, 2026-01-02, today, NOT_SUPPORTED
			DateNotEquals, today, 2026-01-02, NOT_SUPPORTED
			DateLessThan, 2026-01-02T00:00:00Z, 2026-01-01T23:59:59Z, ALLOWED
			DateLessThan, 2026-01-02T00:00:00Z, 2026-01-02T01:00:00+01:00, IMPLICIT_DENY
			DateLessThanEquals, 2026-01-02T00:00:00Z, 2026-01-02T01:00:00+01:00, ALLOWED
			DateGreaterThan, 2026, 2026-01-01T00:00:01Z, ALLOWED
			DateGreaterThanEquals, 2026-01, 2026-01-01, ALLOWED
			DateGreaterThan, 2026, yesterday, IMPLICIT_DENY
			Bool, true, true, ALLOWED
			Bool, true, TRUE, ALLOWED
			Bool, true, false, IMPLICIT_DENY
			Bool, true, 1, IMPLICIT_DENY
			Bool, false, -, IMPLICIT_DENY
			Bool, ${aws:flag}, true, NOT_SUPPORTED
			BoolIfExists, false, -, ALLOWED
			BinaryEquals, QmluYXJ5, QmluYXJ5, ALLOWED
			BinaryEquals, QmluYXJ5, qmluYXJ5, IMPLICIT_DENY
			BinaryEquals, QmluYXJ5, !, IMPLICIT_DENY
			IpAddress, 203.0.113.0/24, 203.0.113.7, ALLOWED
			IpAddress, 203.0.113.0/24, 203.0.114.7, IMPLICIT_DENY
			IpAddress, 203.0.113.7, 203.0.113.7, ALLOWED
			IpAddress, 2001:db8::/32, 2001:db8:1::1, ALLOWED
			IpAddress, 2001:db8::/32, 2001:db9::1, IMPLICIT_DENY
			IpAddress, 0.0.0.0/0, 2001:db8::1, IMPLICIT_DENY
			IpAddress, 203.0.113.0/33, 203.0.113.7, IMPLICIT_DENY
			IpAddress, 203.0.113.0/24, localhost, IMPLICIT_DENY
			IpAddress, 203.0.113.0/24, 999.1.1.1, IMPLICIT_DENY
			IpAddress, 0.0.0.0/0, 3405803783, IMPLICIT_DENY
			IpAddress, 0.0.0.0/0, 203.0.113, IMPLICIT_DENY
			IpAddress, 203.0.113.9/25, 203.0.113.1, ALLOWED
			NotIpAddress, 203.0.113.0/24, 203.0.114.7, ALLOWED
			NotIpAddress, 203.0.113.0/24, 2001:db8::1, ALLOWED
			NotIpAddress, 203.0.113.0/24, 999.1.1.1, NOT_SUPPORTED
			NotIpAddress, 203.0.113.0/24, localhost, NOT_SUPPORTED
			NotIpAddress, 203.0.113.0/33, 203.0.113.7, NOT_SUPPORTED
			NotIpAddress, 999.1.1.0/24, 203.0.113.7, NOT_SUPPORTED
			NotIpAddress, 10.0.0.0/8;203.0.113.0/24, 203.0.113.1, IMPLICIT_DENY
			NotIpAddress, 203.0.113.0/24, 203.0.113.7, IMPLICIT_DENY
			NotIpAddress, 203.0.113.0/24, -, ALLOWED
			ArnEquals, arn:aws:s3:::a*, arn:aws:s3:::abc, ALLOWED
			ArnLike, arn:aws:*:*:1:x, arn:aws:s3:eu:1:x, ALLOWED
			ArnLike, arn:aws:*:1:x, arn:aws:s3:eu:1:x, NOT_SUPPORTED
			ArnLike, arn:*:s3:::a, arn:aws:x:s3:::a, IMPLICIT_DENY
			ArnLike, arn:aws:s3:::a, nothing, IMPLICIT_DENY
			ArnLike, arn:aws:sns:*:*:t*, arn:aws:sns:eu:1:topic:with:colons, ALLOWED
			ArnNotEquals, arn:aws:s3:::a, arn:aws:s3:::b, ALLOWED
			ArnNotLike, arn:aws:s3:::a*, arn:aws:s3:::ab, IMPLICIT_DENY
			ArnNotLike, arn:aws:s3:::a*, -, ALLOWED
			ArnNotLike, arn:aws:s3:::a*, nothing, NOT_SUPPORTED
			ArnNotEquals, arn:aws:s3:::a, nothing, NOT_SUPPORTED
			ArnLike, arn:*;arn:aws:s3:::b, arn:aws:s3:::b, ALLOWED
			Null, true, -, ALLOWED
			Null, true, [], ALLOWED
			Null, true, a, IMPLICIT_DENY
			Null, false, a, ALLOWED
			Null, false, -, IMPLICIT_DENY
			ForAllValues:StringEquals, a;b, a, ALLOWED
			ForAllValues:StringEquals, a;b, a;b, ALLOWED
			ForAllValues:StringEquals, a;b, a;c, IMPLICIT_DENY
			ForAllValues:StringEquals, a;b, -, ALLOWED
			ForAllValues:StringEquals, a;b, [], ALLOWED
			ForAnyValue:StringEquals, a;b, a;c, ALLOWED
			ForAnyValue:StringEquals, a;b, c;d, IMPLICIT_DENY
			ForAnyValue:StringEquals, a;b, -, IMPLICIT_DENY
			ForAnyValue:StringEquals, a;b, [], IMPLICIT_DENY
			ForAnyValue:StringEqualsIfExists, a;b, -, ALLOWED
			ForAllValues:StringNotEquals, a, b;c, ALLOWED
			ForAllValues:StringNotEquals, a, a;c, IMPLICIT_DENY
			ForAllValues:StringNotEquals, a, -, ALLOWED
			ForAnyValue:StringNotEquals, a, a;c, ALLOWED
			ForAnyValue:StringNotEquals, a, a, IMPLICIT_DENY
			ForAnyValue:StringNotEquals, a, -, IMPLICIT_DENY
			ForAllValues:StringLike, a*;b, ax;b, ALLOWED
			ForAnyValue:StringLike, a*, b;ac, ALLOWED
			ForAnyValue:Bool, true, false;true, ALLOWED
			ForAllValues:NumericNotEquals, 1, 1;x, IMPLICIT_DENY
			ForAllValues:NumericNotEquals, 1, 2;x, NOT_SUPPORTED
			ForAnyValue:NumericNotEquals, 1, 2;x, ALLOWED
			ForAllValues:Null, true, -, NOT_SUPPORTED
			ForAllValues:NumericLessThan, 5, 1;4, ALLOWED
			ForAllValues:NumericLessThan, 5, 1;6, IMPLICIT_DENY
			""")
	void holdsAsIamDocumentsIt(String operator, String wanted, String present, Decision decision) {
		assertThat(decide(operator, values(wanted), present)).isEqualTo(decision);
	}

	@Test
	void looksForKeysInAnyLetterCase() {
		Policy policy = PolicyReader.read(document("2012-10-17", "\"StringEquals\":{\"AWS:ResourceTag/Team\":\"x\"}"));
		assertThat(Evaluator.of(policy).decide(new Request("s3:x", "*", Map.of("aws:resourcetag/TEAM", List.of("x")))))
			.isEqualTo(Decision.ALLOWED);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "2012-10-17, ${aws:username}, bob, ALLOWED",
			"2012-10-17, ${aws:username}, eve, IMPLICIT_DENY", "2008-10-17, ${aws:username}, bob, IMPLICIT_DENY",
			"2008-10-17, ${aws:username}, ${aws:username}, ALLOWED", "2012-10-17, ${aws:nothing}, bob, IMPLICIT_DENY",
			"2012-10-17, \"${aws:nothing, 'bob'}\", bob, ALLOWED", "2012-10-17, ${*}x, *x, ALLOWED",
			"2012-10-17, ${*}x, yx, IMPLICIT_DENY", "2012-10-17, ${}, bob, NOT_SUPPORTED",
			"2012-10-17, ${aws:username, bob, NOT_SUPPORTED", "2012-10-17, ${, ${, NOT_SUPPORTED",
			"2012-10-17, ${ aws:username}, bob, NOT_SUPPORTED", "2012-10-17, \"${aws:x, bob}\", bob, NOT_SUPPORTED",
			"2012-10-17, \"${aws:x,'bob'}y\", boby, ALLOWED", "2012-10-17, ${${aws:username}}, bob, NOT_SUPPORTED",
			"2008-10-17, ${, ${, ALLOWED", "2012-10-17, ${$}{}, ${}, ALLOWED" })
	void putsVariablesIntoValues(String version, String wanted, String present, Decision decision) {
		Policy policy = PolicyReader.read(document(version, "\"StringLike\":{\"aws:k\":\"" + wanted + "\"}"));
		assertThat(Evaluator.of(policy)
			.decide(new Request("s3:x", "*", Map.of("aws:k", List.of(present), "aws:username", List.of("bob")))))
			.isEqualTo(decision);
	}

	@Test
	void takesWildcardsInAVariablesValueLiterally() {
		Policy policy = PolicyReader.read(document("2012-10-17", "\"StringLike\":{\"aws:k\":\"${aws:username}\"}"));
		assertThat(Evaluator.of(policy)
			.decide(new Request("s3:x", "*", Map.of("aws:k", List.of("anything"), "aws:username", List.of("*")))))
			.isEqualTo(Decision.IMPLICIT_DENY);
	}

	@Test
	void doesNotGuessWhatANegatedOperatorDoesWithAVariableWithoutValue() {
		Policy policy = PolicyReader.read(document("2012-10-17", "\"StringNotEquals\":{\"aws:k\":\"${aws:nothing}\"}"));
		Evaluation evaluation = Evaluator.of(policy).evaluate(new Request("s3:x", "*", Map.of("aws:k", List.of("a"))));
		assertThat(evaluation.decision()).isEqualTo(Decision.NOT_SUPPORTED);
		assertThat(evaluation.unsupported()).singleElement().asString().startsWith("not supported: a policy variable");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NULL")
	void holdsOnAMissingKeyOnlyIfNegatedOrIfExists(Operator operator) {
		List<String> one = List.of("1");
		assertThat(decide(operator.text(), one, "-"))
			.isEqualTo(operator.negated() ? Decision.ALLOWED : Decision.IMPLICIT_DENY);
		assertThat(decide(operator.text() + "IfExists", one, "-")).isEqualTo(Decision.ALLOWED);
		assertThat(decide("ForAllValues:" + operator.text(), one, "-")).isEqualTo(Decision.ALLOWED);
		assertThat(decide("ForAnyValue:" + operator.text(), one, "-")).isEqualTo(Decision.IMPLICIT_DENY);
		assertThat(decide("ForAnyValue:" + operator.text() + "IfExists", one, "-")).isEqualTo(Decision.ALLOWED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					NumericNotEquals | 10 | ten | not supported: NumericNotEquals on aws:key compares \u201cten\u201d with \u201c10\u201d, which are not both numbers
					DateNotEquals | 2026 | today | not supported: DateNotEquals on aws:key compares \u201ctoday\u201d with \u201c2026\u201d, which are not both dates
					NotIpAddress | ::/0 | x | not supported: NotIpAddress on aws:key compares \u201cx\u201d with \u201c::/0\u201d, which are not both IP addresses
					ArnNotLike | arn:a:b:c:d:e | x | not supported: ArnNotLike on aws:key compares \u201cx\u201d with \u201carn:a:b:c:d:e\u201d, which are not both ARNs of six parts
					StringLike | ${} | x | not supported: IAM does not document what \u201c${\u201d means in a value of StringLike on aws:key, where it begins no policy variable
					StringEquals | a | a;b | not supported: IAM does not say what StringEquals on aws:key does with several values
					""")
	void saysWhatItCanNotCompare(String operator, String wanted, String present, String reason) {
		Policy policy = PolicyReader
			.read(document("2012-10-17", "\"" + operator + "\":{\"aws:key\":\"" + wanted + "\"}"));
		Evaluation evaluation = Evaluator.of(policy)
			.evaluate(new Request("s3:x", "*", Map.of("aws:key", values(present))));
		assertThat(evaluation.decision()).isEqualTo(Decision.NOT_SUPPORTED);
		assertThat(evaluation.unsupported()).containsExactly(reason);
	}

	private static Decision decide(String operator, List<String> wanted, String present) {
		String values = String.join(",", wanted.stream().map((value) -> "\"" + value + "\"").toList());
		Policy policy = PolicyReader
			.read(document("2012-10-17", "\"" + operator + "\":{\"aws:key\":[" + values + "]}"));
		Map<String, List<String>> context = switch (present) {
			case "-" -> Map.of();
			case "[]" -> Map.of("aws:key", List.of());
			default -> Map.of("aws:key", values(present));
		};
		Evaluator evaluator = Evaluator.of(policy);
		Request request = new Request("s3:GetObject", "arn:aws:s3:::b/o", context);
		assertThat(evaluator.evaluate(request).decision()).isEqualTo(evaluator.decide(request));
		return evaluator.decide(request);
	}

	private static List<String> values(String text) {
		return Arrays.asList(text.split(";"));
	}

	private static String document(String version, String condition) {
		return "{\"Version\":\"" + version
				+ "\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{"
				+ condition + "}}}";
	}

}
