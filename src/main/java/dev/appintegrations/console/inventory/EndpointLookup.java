package dev.appintegrations.console.inventory;

import java.net.InetAddress;
import java.net.UnknownHostException;

import dev.appintegrations.console.kernel.Region;

import org.springframework.stereotype.Component;

/**
 * Looks up whether AppIntegrations has a host in a region for which AWS publishes no
 * endpoint. The look-up is the evidence that a region was not called.
 */
@Component
class EndpointLookup {

	boolean resolves(Region region) {
		try {
			InetAddress.getByName("app-integrations." + region + ".amazonaws.com");
			return true;
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
