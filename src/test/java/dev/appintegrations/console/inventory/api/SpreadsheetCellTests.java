package dev.appintegrations.console.inventory.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetCellTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "\u00a0=1", "\u3000=1",
			"\ufeff=1", "\u200b=1", "\"=1", "'=1", "\" =1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(A1)",
			" \uff1d1", "\u202e=1", "\u0001=1", "|calc" })
	void defusesWhatStartsAFormula(String text) {
		assertThat(SpreadsheetCell.safe(text)).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "orders/created.v2", "a=b", "1-1", "x@example.com", "s3://bucket/=", "'quoted'" })
	void leavesOtherTextAlone(String text) {
		assertThat(SpreadsheetCell.safe(text)).isEqualTo(text);
	}

	@Test
	void leavesTheUnknownUnknown() {
		assertThat(SpreadsheetCell.safe(null)).isNull();
	}

}
