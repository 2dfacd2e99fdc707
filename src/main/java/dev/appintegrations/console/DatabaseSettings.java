package dev.appintegrations.console;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.appintegrations.console.kernel.DatabasePatience;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * What the database is asked for, whatever URL the operator has set: that H2 writes at
 * once what was committed, since with its default delay commits that were acknowledged
 * are lost when the machine halts; and that nobody waits long for a PostgreSQL that does
 * not answer, and a request least. What the operator's URL says on the latter wins,
 * except for requests.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseSettings {

	private static final String ANSWER_WITHIN_SECONDS = "5";

	private static final String CONNECT_WITHIN_SECONDS = "2";

	@Bean
	static BeanPostProcessor databaseSettingsPostProcessor() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof HikariDataSource source) {
					configure(source, String.valueOf(source.getJdbcUrl()));
				}
				return bean;
			}

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof HikariDataSource source) ? new RequestDataSource(source) : bean;
			}

		};
	}

	private static void configure(HikariDataSource source, String url) {
		String lowerCase = url.toLowerCase(Locale.ROOT);
		if (lowerCase.startsWith("jdbc:h2:") && !lowerCase.startsWith("jdbc:h2:mem:")) {
			source.setConnectionInitSql("set write_delay 0");
		}
		if (lowerCase.startsWith("jdbc:postgresql:")) {
			source.addDataSourceProperty("socketTimeout", ANSWER_WITHIN_SECONDS);
			source.addDataSourceProperty("connectTimeout", CONNECT_WITHIN_SECONDS);
			source.addDataSourceProperty("tcpKeepAlive", "true");
			source.addDataSourceProperty("ApplicationName", "appintegrations-console");
		}
	}

	/** Migrations may take their time. */
	@Bean
	FlywayConfigurationCustomizer patientMigrations() {
		return (flyway) -> flyway.dataSource(new DelegatingDataSource(flyway.getDataSource()) {

			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				connection.setNetworkTimeout(Runnable::run, 0);
				return connection;
			}

		});
	}

	/**
	 * Connections that answer requests soon, or fail.
	 */
	private static final class RequestDataSource extends DelegatingDataSource {

		RequestDataSource(DataSource pool) {
			super(pool);
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (DatabasePatience.isOver()) {
				throw new SQLTransientConnectionException("The database did not answer this request before");
			}
			Connection connection = super.getConnection();
			if (DatabasePatience.isLimited()) {
				connection.setNetworkTimeout(Runnable::run, (int) DatabasePatience.REQUEST.toMillis());
			}
			return connection;
		}

	}

}
