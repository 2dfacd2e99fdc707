package dev.appintegrations.replicas;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The network between a console and its database, which can be silent: what is sent
 * arrives only when it speaks again, and nobody is told.
 */
final class Wire implements AutoCloseable {

	private final ServerSocket listener;

	private final String host;

	private final int port;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final Lock lock = new ReentrantLock();

	private final Condition spoken = this.lock.newCondition();

	private boolean silent;

	private volatile @Nullable String lastWords;

	Wire(String host, int port) {
		this.host = host;
		this.port = port;
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	void silence(boolean on) {
		this.lock.lock();
		try {
			this.silent = on;
			this.spoken.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Falls silent as soon as somebody wants to send these words, before they arrive. */
	void silenceAt(String words) {
		this.lastWords = words;
	}

	private void accept() {
		try {
			while (!this.listener.isClosed()) {
				Socket near = this.listener.accept();
				this.sockets.add(near);
				Thread.ofVirtual().start(() -> connect(near));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void connect(Socket near) {
		try {
			awaitSpeech();
			Socket far = new Socket(this.host, this.port);
			this.sockets.add(far);
			Thread.ofVirtual().start(() -> carry(near, far));
			carry(far, near);
		}
		catch (IOException | InterruptedException ex) {
			// Nobody there.
		}
	}

	private void carry(Socket from, Socket to) {
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			byte[] bytes = new byte[8192];
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
				fallSilentAt(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
				awaitSpeech();
				out.write(bytes, 0, read);
			}
		}
		catch (IOException | InterruptedException ex) {
			// One side has closed.
		}
		finally {
			this.sockets.remove(from);
			this.sockets.remove(to);
		}
	}

	private void fallSilentAt(String sent) {
		String words = this.lastWords;
		if (words != null && sent.contains(words)) {
			this.lastWords = null;
			silence(true);
		}
	}

	private void awaitSpeech() throws InterruptedException {
		this.lock.lock();
		try {
			while (this.silent) {
				this.spoken.await();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void close() throws IOException {
		silence(false);
		this.listener.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

}
