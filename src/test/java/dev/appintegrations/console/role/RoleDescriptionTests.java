package dev.appintegrations.console.role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoleDescriptionTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "Plain", "caf\u00e9 \u00a1\u00ff~", "tab\tline\nreturn\r" })
	void takesWhatIamTakes(String text) {
		assertThat(RoleDescription.problem(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "8212, EM DASH", "379, LATIN CAPITAL LETTER Z WITH DOT ABOVE", "160, (U+00A0", "128512, GRINNING FACE",
			"0, (U+0000", "127, (U+007F" })
	void namesTheFirstCharacterThatIamDoesNotTake(int character, String named) {
		String text = "ab" + Character.toString(character) + "c" + Character.toString(character);
		assertThat(RoleDescription.problem(text))
			.hasValueSatisfying((problem) -> assertThat(problem).contains("IAM takes no ", named, "it is character 3"));
	}

	@Test
	void boundsTheLength() {
		assertThat(RoleDescription.problem("x".repeat(1000))).isEmpty();
		assertThat(RoleDescription.problem("x".repeat(1001)))
			.hasValue("IAM takes at most 1,000 characters in a description; these are 1,001");
	}

}
