package dev.appintegrations.console;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Makes H2 write what was committed at once, whatever URL the operator has set: with its
 * default delay, commits that were acknowledged are lost when the machine halts.
 */
@Component
class DurableH2 implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource source && String.valueOf(source.getJdbcUrl()).startsWith("jdbc:h2:")
				&& !source.getJdbcUrl().startsWith("jdbc:h2:mem:")) {
			source.setConnectionInitSql("set write_delay 0");
		}
		return bean;
	}

}
