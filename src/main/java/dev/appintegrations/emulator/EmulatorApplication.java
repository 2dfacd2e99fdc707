package dev.appintegrations.emulator;

import java.util.ArrayList;
import java.util.List;

import dev.appintegrations.emulator.scenario.SampleAccounts;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * The emulator: a Spring Boot application of its own that takes nothing of the console's.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
public class EmulatorApplication {

	@Bean
	ApplicationRunner loadSampleAccounts(SampleAccounts accounts) {
		return (arguments) -> accounts.load();
	}

	/**
	 * Starts the emulator alone.
	 * @param arguments Spring Boot arguments, such as {@code --server.port=4599}
	 * @return the running emulator
	 */
	public static ConfigurableApplicationContext start(String... arguments) {
		return application().properties("server.address=127.0.0.1", "server.port=4599").run(named(arguments));
	}

	/**
	 * Starts the emulator inside another program, on a free loopback port. The other
	 * program's environment variables and system properties do not reach it.
	 * @return the running emulator
	 */
	public static ConfigurableApplicationContext startEmbedded() {
		return application().environment(new NoEnvironment())
			.bannerMode(Banner.Mode.OFF)
			.registerShutdownHook(false)
			.logStartupInfo(false)
			.run(named("--server.address=127.0.0.1", "--server.port=0"));
	}

	private static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(EmulatorApplication.class).web(WebApplicationType.SERVLET);
	}

	private static String[] named(String... arguments) {
		List<String> all = new ArrayList<>(List.of("--spring.config.name=emulator"));
		all.addAll(List.of(arguments));
		return all.toArray(String[]::new);
	}

	/**
	 * An environment without the variables and system properties of the process.
	 */
	private static final class NoEnvironment extends StandardServletEnvironment {

		@Override
		protected void customizePropertySources(MutablePropertySources propertySources) {
			// Arguments and the emulator's own configuration file are added later.
		}

	}

}
