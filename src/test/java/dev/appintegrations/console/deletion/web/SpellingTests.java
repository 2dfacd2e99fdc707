package dev.appintegrations.console.deletion.web;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingTests {

	@Test
	void leavesWhatIsPlainAsItIs() {
		assertThat(Spelling.of("Order desk/v2")).containsExactly(new Spelling.Run("Order desk/v2", ""));
	}

	@Test
	void marksSpacesAtTheEndsAndNotWithin() {
		assertThat(Spelling.of(" a b  ")).extracting(Spelling.Run::shown).containsExactly("·", "", "·", "·");
		assertThat(Spelling.of("  ")).extracting(Spelling.Run::shown).containsExactly("·", "·");
	}

	@ParameterizedTest
	@CsvSource({ "0x200b,[zero width space]", "0xa0,[no-break space]", "0x202e,[right-to-left override]",
			"0x2028,[line separator]", "0xe000,[private use area e000]" })
	void namesWhatCanNotBeSeen(int character, String name) {
		assertThat(Spelling.of("a" + Character.toString(character) + "b")).extracting(Spelling.Run::shown)
			.containsExactly("", name, "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "orders", " a\u200b \u00a0b ", "\ud83d\ude00 x", "\ud83d" })
	void copiesAsTheTextItself(String text) {
		assertThat(Spelling.of(text).stream().map(Spelling.Run::text).collect(Collectors.joining())).isEqualTo(text);
	}

}
