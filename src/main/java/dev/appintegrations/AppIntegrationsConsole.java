package dev.appintegrations;

import dev.appintegrations.console.ConsoleApplication;

import org.springframework.boot.SpringApplication;

/**
 * Starts the console, or with {@code emulator} as the first argument the emulator alone.
 */
public final class AppIntegrationsConsole {

	private AppIntegrationsConsole() {
	}

	public static void main(String[] args) {
		SpringApplication.run(ConsoleApplication.class, args);
	}

}
