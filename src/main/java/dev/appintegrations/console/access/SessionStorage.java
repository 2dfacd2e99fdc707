package dev.appintegrations.console.access;

import java.nio.charset.StandardCharsets;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How Spring Session keeps sessions in the database.
 */
@Configuration(proxyBeanMethods = false)
class SessionStorage {

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

	/** What Spring Session finds by this name, and nobody else uses. */
	@Bean(defaultCandidate = false)
	TransactionOperations springSessionTransactionOperations() {
		return TransactionOperations.withoutTransaction();
	}

	@Bean
	static BeanPostProcessor rarelyTouchedSessions(ObjectProvider<TransactionOperations> transactions) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof JdbcIndexedSessionRepository sessions)
						? new RarelyTouchedSessions<>(sessions, transactions.getObject()) : bean;
			}

		};
	}

}
