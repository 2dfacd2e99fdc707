package dev.appintegrations;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;

import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedEmulatorTests {

	@Test
	void startsOnceWhenItIsAskedForAndStopsWithTheConsole() throws Exception {
		String endpoint;
		try (GenericApplicationContext console = new GenericApplicationContext()) {
			new EmbeddedEmulator().initialize(console);
			console.refresh();
			endpoint = endpoint(console);
			assertThat(console.getEnvironment().getProperty("emulator.endpoint")).isEqualTo(endpoint);
			connect(endpoint);
		}
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(endpoint));
	}

	@Test
	void outlivesTheBeansOfTheConsole() {
		GenericApplicationContext console = new GenericApplicationContext();
		new EmbeddedEmulator().initialize(console);
		boolean[] reached = new boolean[1];
		console.registerBean(AutoCloseable.class, () -> () -> {
			connect(endpoint(console));
			reached[0] = true;
		});
		console.refresh();
		endpoint(console);
		console.close();
		assertThat(reached[0]).isTrue();
	}

	@Test
	void stopsWhenTheConsoleFailsToStart() {
		GenericApplicationContext console = new GenericApplicationContext();
		new EmbeddedEmulator().initialize(console);
		String[] endpoint = new String[1];
		console.registerBean(Object.class, () -> {
			endpoint[0] = endpoint(console);
			throw new IllegalStateException("No port left");
		});
		assertThatExceptionOfType(org.springframework.beans.factory.BeanCreationException.class)
			.isThrownBy(console::refresh);
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(endpoint[0]));
	}

	@Test
	void doesNotStartWhenNobodyAsks() {
		long before = threadsOfEmulators();
		try (GenericApplicationContext console = new GenericApplicationContext()) {
			new EmbeddedEmulator().initialize(console);
			console.refresh();
			assertThat(console.getEnvironment().getProperty("emulator.endpoints")).isNull();
			assertThat(threadsOfEmulators()).isEqualTo(before);
		}
	}

	private static long threadsOfEmulators() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().contains("Acceptor"))
			.count();
	}

	private static String endpoint(GenericApplicationContext console) {
		return console.getEnvironment().getRequiredProperty("emulator.endpoint");
	}

	private static void connect(String endpoint) throws Exception {
		URI uri = URI.create(endpoint);
		new Socket(uri.getHost(), uri.getPort()).close();
	}

}
