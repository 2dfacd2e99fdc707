package dev.appintegrations.console;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseSettingsTests {

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

	private static HikariDataSource configured(String url) {
		HikariDataSource source = new HikariDataSource();
		source.setJdbcUrl(url);
		return (HikariDataSource) DatabaseSettings.databaseSettingsPostProcessor()
			.postProcessBeforeInitialization(source, "dataSource");
	}

}
