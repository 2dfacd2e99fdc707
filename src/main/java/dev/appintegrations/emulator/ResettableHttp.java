package dev.appintegrations.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 that can end a single connection with a reset.
 */
public class ResettableHttp extends Http11NioProtocol {

	/**
	 * Lets the next close of a connection be a reset.
	 * @param remotePort the client's port; one address calls, so it tells connections
	 * apart
	 */
	void resetOnClose(int remotePort) {
		for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
			if (connection.getRemotePort() == remotePort) {
				try {
					connection.getSocket().getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		}
	}

}
