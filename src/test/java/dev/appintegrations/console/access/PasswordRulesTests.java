package dev.appintegrations.console.access;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "123456789012", "öäüöäü", "correct horse battery staple",
			"012345678901234567890123456789012345678901234567890123456789012345678901" })
	void takesTwelveToSeventyTwoBytes(String password) {
		assertThat(PasswordRules.violation(password, "robot")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "12345678901, has 11",
			"0123456789012345678901234567890123456789012345678901234567890123456789012, has 73",
			"ööööööööööööööööööööööööööööööööööööö, has 74", "'', is missing", "ROBOT-NAME-01, not be the user's name",
			"'long enough\u0000', NUL" })
	void saysWhatIsWrong(String password, String words) {
		assertThat(PasswordRules.violation(password, "robot-name-01")).contains(words);
	}

}
