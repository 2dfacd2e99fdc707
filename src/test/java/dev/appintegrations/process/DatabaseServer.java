package dev.appintegrations.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/**
 * An H2 server in a process of its own, so that it can be killed and started again.
 */
public final class DatabaseServer implements AutoCloseable {

	private final int port = Program.freePort();

	private final Path folder;

	private @Nullable Process process;

	/**
	 * A server that does not run yet.
	 * @param folder where its databases are
	 */
	public DatabaseServer(Path folder) {
		this.folder = folder;
	}

	/**
	 * The address of a database.
	 * @return a JDBC URL
	 */
	public String url() {
		return "jdbc:h2:tcp://127.0.0.1:" + this.port + "/./console;WRITE_DELAY=0";
	}

	/** Starts it, unless it runs. */
	public void start() {
		if (this.process != null && this.process.isAlive()) {
			return;
		}
		try {
			this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					Path.of(Server.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString(),
					Server.class.getName(), "-tcp", "-tcpPort", Integer.toString(this.port), "-ifNotExists", "-baseDir",
					this.folder.toString())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException | URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Ends it as {@code kill -9} does. */
	public void kill() {
		if (this.process != null) {
			this.process.destroyForcibly().onExit().join();
		}
	}

	@Override
	public void close() {
		kill();
	}

}
