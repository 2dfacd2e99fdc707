package dev.appintegrations.console.deletion.plan;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

import static org.assertj.core.api.Assertions.assertThat;

class PhraseTests {

	@Test
	void takesTheSameTextOnly() {
		assertThat(Phrase.difference("orders/created", "orders/created")).isEmpty();
	}

	@ParameterizedTest
	@NullAndEmptySource
	void saysThatNothingWasTyped(@Nullable String typed) {
		assertThat(Phrase.difference("orders", typed)).contains("Nothing was typed.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
			"orders| orders|There is a space before or after the text.",
			"orders|orders |There is a space before or after the text.", "orders|Orders|Case differs at character 1.",
			"orders|ordeRs|Case differs at character 5.", "orders|order|The text ends too early, after character 5.",
			"orders|orders2|The text goes on after its end, from character 7.",
			"orders|\u043Erders|Character 1 is “\u043E” (U+043E cyrillic small letter o) where “o” (U+006F latin small letter o) is expected.",
			"a b|a\u00A0b|Character 2 is (U+00A0 no-break space) where (U+0020 space) is expected." })
	void saysHowTextsDiffer(String expected, String typed, String words) {
		assertThat(Phrase.difference(expected, typed)).contains(words);
	}

}
