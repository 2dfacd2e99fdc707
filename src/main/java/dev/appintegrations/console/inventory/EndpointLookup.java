package dev.appintegrations.console.inventory;

import java.net.InetAddress;
import java.net.UnknownHostException;

import dev.appintegrations.console.kernel.Region;

import org.springframework.stereotype.Component;

/**
 * Looks up whether a service has a host in a region for which AWS publishes no endpoint.
 * The look-up is the evidence that it was not called there.
 */
@Component
class EndpointLookup {

	/**
	 * Looks up.
	 * @param prefix the service's IAM prefix, which begins its hosts' names
	 */
	boolean resolves(String prefix, Region region) {
		try {
			InetAddress.getByName(prefix + "." + region + ".amazonaws.com");
			return true;
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
