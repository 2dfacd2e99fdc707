package dev.appintegrations.console.access;

import java.nio.charset.StandardCharsets;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * How Spring Session keeps sessions in the database.
 */
@Configuration(proxyBeanMethods = false)
class SessionStorage {

	/**
	 * A session's last use is written once a minute, not with each request: those of one
	 * person at the same time would wait for each other's commit.
	 */
	private static final String UPDATE = """
			merge into %TABLE_NAME% kept
			using (select cast(? as char(36)) as session_id, cast(? as bigint) as last_access_time,
					cast(? as integer) as max_inactive_interval, cast(? as bigint) as expiry_time,
					cast(? as varchar(100)) as principal_name, cast(? as char(36)) as primary_id) used
				on kept.primary_id = used.primary_id
			when matched and (used.last_access_time >= kept.last_access_time + 60000
					or used.session_id <> kept.session_id
					or used.max_inactive_interval <> kept.max_inactive_interval
					or used.principal_name is distinct from kept.principal_name)
				then update set session_id = used.session_id, last_access_time = used.last_access_time,
					max_inactive_interval = used.max_inactive_interval, expiry_time = used.expiry_time,
					principal_name = used.principal_name
			""";

	/**
	 * Keeps values as plain text, not as serialized objects: a session that another
	 * version wrote can always be read, and at worst names nobody. Spring Session finds
	 * it by this name.
	 */
	@Bean
	GenericConversionService springSessionConversionService() {
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class,
				(value) -> value.toString().getBytes(StandardCharsets.UTF_8));
		conversion.addConverter(byte[].class, Object.class, (bytes) -> new String(bytes, StandardCharsets.UTF_8));
		return conversion;
	}

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> rareSessionUpdates() {
		return (repository) -> repository.setUpdateSessionQuery(UPDATE);
	}

}
