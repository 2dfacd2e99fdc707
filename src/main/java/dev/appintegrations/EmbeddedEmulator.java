package dev.appintegrations;

import dev.appintegrations.emulator.EmulatorApplication;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;

/**
 * Gives the console the property {@value #ENDPOINT}: whoever asks for it first, which
 * only the demo's accounts do, starts the emulator in this process. It stops with the
 * console, after the last of its beans, and also when the console fails to start.
 */
public final class EmbeddedEmulator implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static final String ENDPOINT = "emulator.endpoint";

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEmulator.class);

	@Override
	public void initialize(ConfigurableApplicationContext console) {
		OnDemand emulator = new OnDemand();
		console.getEnvironment().getPropertySources().addLast(emulator);
		((DefaultSingletonBeanRegistry) console.getBeanFactory()).registerDisposableBean("embeddedEmulator",
				emulator::stop);
	}

	private static final class OnDemand extends PropertySource<Object> {

		private @Nullable ConfigurableApplicationContext context;

		OnDemand() {
			super("embeddedEmulator", new Object());
		}

		@Override
		public synchronized @Nullable Object getProperty(String name) {
			if (!ENDPOINT.equals(name)) {
				return null;
			}
			ConfigurableApplicationContext running = this.context;
			if (running == null) {
				running = EmulatorApplication.startEmbedded();
				this.context = running;
				LOG.info("The demo's AWS is an emulator in this process, controlled under {}/_emulator",
						endpoint(running));
			}
			return endpoint(running);
		}

		private static String endpoint(ConfigurableApplicationContext emulator) {
			return "http://127.0.0.1:" + emulator.getEnvironment().getRequiredProperty("local.server.port");
		}

		synchronized void stop() {
			if (this.context != null) {
				this.context.close();
			}
		}

	}

}
