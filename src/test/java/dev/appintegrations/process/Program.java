package dev.appintegrations.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged jar, running in a process of its own on a free loopback port.
 */
public final class Program implements AutoCloseable {

	/** As {@code ./mvnw package} leaves it. */
	public static final Path JAR = Path.of("target", "appintegrations-console.jar");

	private final Process process;

	private final URI address;

	private final Duration startedIn;

	private Program(Process process, URI address, Duration startedIn) {
		this.process = process;
		this.address = address;
		this.startedIn = startedIn;
	}

	/**
	 * Starts the jar and waits until a path answers 200.
	 * @param log file name under {@code target/programs} that gets its output
	 * @param jvmOptions options of the JVM
	 * @param arguments arguments of the program, without the port
	 * @param readyPath the path to ask for
	 * @return the running program
	 */
	public static Program start(String log, List<String> jvmOptions, List<String> arguments, String readyPath)
			throws IOException, InterruptedException {
		return start(JAR, log, jvmOptions, arguments, readyPath);
	}

	/**
	 * Starts another layout of the jar.
	 * @param jar the jar to run
	 * @param log file name under {@code target/programs} that gets its output
	 * @param jvmOptions options of the JVM
	 * @param arguments arguments of the program, without the port
	 * @param readyPath the path to ask for
	 * @return the running program
	 */
	public static Program start(Path jar, String log, List<String> jvmOptions, List<String> arguments, String readyPath)
			throws IOException, InterruptedException {
		if (!Files.exists(jar)) {
			throw new IllegalStateException(jar + " is missing; run ./mvnw -DskipTests package");
		}
		int port = freePort();
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElse("java"));
		command.addAll(jvmOptions);
		command.addAll(List.of("-jar", jar.toString()));
		command.addAll(arguments);
		command.add("--server.port=" + port);
		return start(command, log, port, readyPath);
	}

	/**
	 * Starts what serves the console in another way.
	 * @param command starts it, and ends it when it is ended
	 * @param log file name under {@code target/programs} that gets its output
	 * @param port where it will listen
	 * @param readyPath the path to ask for
	 * @return the running program
	 */
	public static Program start(List<String> command, String log, int port, String readyPath)
			throws IOException, InterruptedException {
		Path output = Path.of("target", "programs", log);
		Files.createDirectories(output.getParent());
		long start = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		URI address = URI.create("http://127.0.0.1:" + port);
		awaitReady(process, address.resolve(readyPath), output);
		return new Program(process, address, Duration.ofNanos(System.nanoTime() - start));
	}

	private static void awaitReady(Process process, URI ready, Path output) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(10)).build();
		long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
		try (HttpClient client = HttpClient.newHttpClient()) {
			while (System.nanoTime() < deadline) {
				try {
					if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
						return;
					}
				}
				catch (IOException ex) {
					// Not listening yet.
				}
				if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
					break;
				}
			}
		}
		process.destroyForcibly();
		throw new IllegalStateException("The program did not start; see " + output);
	}

	/**
	 * A port that nobody listens on now.
	 * @return its number
	 */
	public static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where it listens.
	 * @return its address, without a path
	 */
	public URI address() {
		return this.address;
	}

	/**
	 * How long it took until it was ready.
	 * @return from the start of its process
	 */
	public Duration startedIn() {
		return this.startedIn;
	}

	/**
	 * Processor time so far, user and system.
	 * @return in steps of 10 ms
	 */
	public Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/**
	 * Resident memory.
	 * @return mebibytes, now and at its peak, or zeros where {@code /proc} is missing
	 */
	public Memory memory() {
		Path status = Path.of("/proc", Long.toString(this.process.pid()), "status");
		if (!Files.exists(status)) {
			return new Memory(0, 0);
		}
		try {
			List<String> lines = Files.readAllLines(status);
			return new Memory(mebibytes(lines, "VmRSS:"), mebibytes(lines, "VmHWM:"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long mebibytes(List<String> lines, String field) {
		return lines.stream()
			.filter((line) -> line.startsWith(field))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

	/**
	 * The number of its process.
	 * @return as the operating system has it
	 */
	public long pid() {
		return this.process.pid();
	}

	/** Ends it as {@code kill -9} does. */
	public void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Resident memory in mebibytes.
	 *
	 * @param now at the time of asking
	 * @param peak the most so far
	 */
	public record Memory(long now, long peak) {

	}

}
