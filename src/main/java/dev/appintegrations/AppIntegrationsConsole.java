package dev.appintegrations;

import java.util.Arrays;

import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.emulator.EmulatorApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts the console, or with {@code emulator} as the first argument the emulator alone.
 */
public final class AppIntegrationsConsole {

	private AppIntegrationsConsole() {
	}

	public static void main(String[] arguments) {
		if (arguments.length > 0 && "emulator".equals(arguments[0])) {
			EmulatorApplication.start(Arrays.copyOfRange(arguments, 1, arguments.length));
		}
		else {
			new SpringApplicationBuilder(ConsoleApplication.class).initializers(new EmbeddedEmulator()).run(arguments);
		}
	}

}
