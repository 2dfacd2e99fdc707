package dev.appintegrations.console;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class OldDatabaseRefusalTests {

	@ParameterizedTest
	@CsvSource({ "PostgreSQL, 15", "PostgreSQL, 17", "H2, 2" })
	void takeADatabaseThatHasAllItsStatements(String product, int version) {
		assertThatCode(() -> OldDatabaseRefusal.refuse(database(product, version))).doesNotThrowAnyException();
	}

	@Test
	void refuseAnOldPostgresAndSayWhichOneIsNeeded() {
		assertThatExceptionOfType(OldDatabaseException.class)
			.isThrownBy(() -> OldDatabaseRefusal.refuse(database("PostgreSQL", 14)))
			.satisfies((refused) -> assertThat(
					new OldDatabaseFailureAnalyzer().analyze(new IllegalStateException(refused)).getDescription())
				.isEqualTo("PostgreSQL 15 or newer is needed; the database is PostgreSQL 14.1."));
	}

	private static DatabaseMetaData database(String product, int version) throws SQLException {
		DatabaseMetaData database = mock(DatabaseMetaData.class);
		given(database.getDatabaseProductName()).willReturn(product);
		given(database.getDatabaseMajorVersion()).willReturn(version);
		given(database.getDatabaseProductVersion()).willReturn(version + ".1");
		return database;
	}

}
