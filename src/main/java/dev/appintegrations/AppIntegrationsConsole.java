package dev.appintegrations;

import java.util.Arrays;

import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.emulator.EmulatorApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts the console, or with {@code emulator} as the first argument the emulator alone.
 */
public final class AppIntegrationsConsole {

	/**
	 * A virtual thread that waits until a class is loaded keeps its carrier. With a
	 * carrier for each processor, as is the default, a few that wait stop all others for
	 * ever: the lock they wait for may be handed to one that has no carrier. Seen with
	 * two processors, at the first scan after a start. Carriers are made only as needed.
	 * Where much runs at once, as requests do, so many of them crowd each other out:
	 * those have threads of their own.
	 */
	private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

	private static final int ENOUGH = 256;

	private AppIntegrationsConsole() {
	}

	public static void main(String[] arguments) {
		if (System.getProperty(CARRIERS) == null) {
			System.setProperty(CARRIERS, Integer.toString(ENOUGH));
		}
		if (arguments.length > 0 && "emulator".equals(arguments[0])) {
			EmulatorApplication.start(Arrays.copyOfRange(arguments, 1, arguments.length));
		}
		else {
			new SpringApplicationBuilder(ConsoleApplication.class).initializers(new EmbeddedEmulator()).run(arguments);
		}
	}

}
