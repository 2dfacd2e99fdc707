package dev.appintegrations.console.access;

import java.nio.charset.StandardCharsets;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;

/**
 * Keeps session values as plain text, not as serialized objects: a session that another
 * version wrote can always be read, and at worst names nobody.
 */
@Configuration(proxyBeanMethods = false)
class SessionValues {

	/** Spring Session finds it by this name. */
	@Bean
	GenericConversionService springSessionConversionService() {
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class,
				(value) -> value.toString().getBytes(StandardCharsets.UTF_8));
		conversion.addConverter(byte[].class, Object.class, (bytes) -> new String(bytes, StandardCharsets.UTF_8));
		return conversion;
	}

}
