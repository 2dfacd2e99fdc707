package dev.appintegrations;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

import dev.appintegrations.emulator.EmulatorApplication;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Gives the console the property {@value #ENDPOINT}: whoever asks for it first, which
 * only the demo's accounts do, starts the emulator in this process. Where the first
 * account is going to ask, it starts beside the console already. It stops with the
 * console, after the last of its beans, and also when the console fails to start.
 */
public final class EmbeddedEmulator implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static final String ENDPOINT = "emulator.endpoint";

	private static final ConfigurationPropertyName FIRST_ACCOUNT = ConfigurationPropertyName
		.of("console.accounts[0].endpoint");

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEmulator.class);

	@Override
	public void initialize(ConfigurableApplicationContext console) {
		OnDemand emulator = new OnDemand();
		if (isGoingToBeAsked(console.getEnvironment())) {
			emulator.start();
		}
		console.getEnvironment().getPropertySources().addLast(emulator);
		((DefaultSingletonBeanRegistry) console.getBeanFactory()).registerDisposableBean("embeddedEmulator",
				emulator::stop);
	}

	private static boolean isGoingToBeAsked(ConfigurableEnvironment environment) {
		return !environment.containsProperty(ENDPOINT)
				&& StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
					.map((source) -> source.getConfigurationProperty(FIRST_ACCOUNT))
					.filter(Objects::nonNull)
					.findFirst()
					.filter((endpoint) -> String.valueOf(endpoint.getValue()).contains("${" + ENDPOINT))
					.isPresent();
	}

	private static final class OnDemand extends PropertySource<Object> {

		private @Nullable CompletableFuture<ConfigurableApplicationContext> context;

		OnDemand() {
			super("embeddedEmulator", new Object());
		}

		@Override
		public @Nullable Object getProperty(String name) {
			return ENDPOINT.equals(name) ? endpoint(start().join()) : null;
		}

		synchronized CompletableFuture<ConfigurableApplicationContext> start() {
			CompletableFuture<ConfigurableApplicationContext> started = this.context;
			if (started == null) {
				started = CompletableFuture.supplyAsync(EmulatorApplication::startEmbedded,
						(task) -> Thread.ofPlatform().name("emulator-start").start(task));
				started.thenAccept((emulator) -> LOG.info(
						"The demo's AWS is an emulator in this process, controlled under {}/_emulator",
						endpoint(emulator)));
				this.context = started;
			}
			return started;
		}

		private static String endpoint(ConfigurableApplicationContext emulator) {
			return "http://127.0.0.1:" + emulator.getEnvironment().getRequiredProperty("local.server.port");
		}

		synchronized void stop() {
			if (this.context != null) {
				this.context.handle((emulator, failure) -> {
					if (emulator != null) {
						emulator.close();
					}
					return null;
				}).join();
			}
		}

	}

}
