package dev.appintegrations.emulator;

import java.io.IOException;

import dev.appintegrations.emulator.wire.Connection;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;

/**
 * A connection of Tomcat, which the servlet API does not let go of without an answer.
 */
final class TomcatConnection implements Connection {

	private final Request request;

	TomcatConnection(Request request) {
		this.request = request;
	}

	/**
	 * Tries to read: a client that waits sends nothing, so whatever comes is its end.
	 */
	@Override
	public boolean lost() {
		org.apache.coyote.Request coyote = this.request.getCoyoteRequest();
		coyote.action(ActionCode.AVAILABLE, Boolean.TRUE);
		return coyote.getAvailable() > 0;
	}

	@Override
	public void close() {
		this.request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, new IOException("Closed on purpose"));
	}

	@Override
	public void reset() {
		if (this.request.getConnector().getProtocolHandler() instanceof ResettableHttp protocol) {
			protocol.resetOnClose(this.request.getRemotePort());
		}
		close();
	}

}
