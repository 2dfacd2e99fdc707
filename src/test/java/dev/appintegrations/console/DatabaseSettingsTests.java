package dev.appintegrations.console;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.appintegrations.console.kernel.DatabasePatience;
import dev.appintegrations.console.kernel.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class DatabaseSettingsTests {

	private final Connection connection = mock(Connection.class);

	private final HikariDataSource pool = mock(HikariDataSource.class);

	private final DataSource database = (DataSource) DatabaseSettings.databaseSettingsPostProcessor()
		.postProcessAfterInitialization(this.pool, "dataSource");

	@BeforeEach
	void poolConnections() throws SQLException {
		given(this.pool.getConnection()).willReturn(this.connection);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./data/console", "jdbc:h2:./data/console;WRITE_DELAY=500",
			"jdbc:h2:tcp://db/console", "JDBC:H2:file:./data/console" })
	void haveH2WriteAtOnceWhateverTheUrlSays(String url) {
		assertThat(configured(url).getConnectionInitSql()).isEqualTo("set write_delay 0");
	}

	@Test
	void leaveMemoryAlone() {
		HikariDataSource source = configured("jdbc:h2:mem:console");
		assertThat(source.getConnectionInitSql()).isNull();
		assertThat(source.getDataSourceProperties()).isEmpty();
	}

	@Test
	void waitForNoPostgresThatDoesNotAnswer() {
		assertThat(configured("jdbc:postgresql://db/console").getDataSourceProperties())
			.containsEntry("socketTimeout", "5")
			.containsEntry("connectTimeout", "2");
	}

	@Test
	void haveRequestsWaitBrieflyForAnAnswerAndJobsAsLongAsTheUrlSays() throws SQLException {
		this.database.getConnection();
		verifyNoInteractions(this.connection);
		try (Scope _ = DatabasePatience.serve()) {
			this.database.getConnection();
		}
		verify(this.connection).setNetworkTimeout(any(), eq(1500));
	}

	@Test
	void haveARequestThatHasWaitedInVainAskForNothingMore() throws SQLException {
		try (Scope _ = DatabasePatience.serve()) {
			DatabasePatience.end();
			assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(this.database::getConnection);
			verify(this.pool, never()).getConnection();
		}
		assertThat(this.database.getConnection()).as("The next one does").isSameAs(this.connection);
	}

	private static HikariDataSource configured(String url) {
		HikariDataSource source = new HikariDataSource();
		source.setJdbcUrl(url);
		return (HikariDataSource) DatabaseSettings.databaseSettingsPostProcessor()
			.postProcessBeforeInitialization(source, "dataSource");
	}

}
