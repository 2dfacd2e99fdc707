package dev.appintegrations.console;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says loudly when passwords travel in the clear: the console listens beyond this machine
 * and has no TLS of its own.
 */
@Component
class ListenerCheck {

	private static final Logger LOG = LoggerFactory.getLogger(ListenerCheck.class);

	private final ServerProperties server;

	ListenerCheck(ServerProperties server) {
		this.server = server;
	}

	@EventListener(ApplicationReadyEvent.class)
	void check() {
		@Nullable InetAddress address = this.server.getAddress();
		boolean loopback = address != null && address.isLoopbackAddress();
		boolean tls = this.server.getSsl() != null && this.server.getSsl().isEnabled();
		if (!loopback && !tls) {
			LOG.warn(
					"LISTENING WITHOUT TLS beyond this machine, on {}: put a proxy with TLS in front of it, "
							+ "or passwords travel in the clear",
					(address != null) ? address.getHostAddress() : "all addresses");
		}
	}

}
