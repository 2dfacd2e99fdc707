package dev.appintegrations.emulator.iam;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.appintegrations.emulator.iam.IamService.Call;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.PageTokens;

import org.springframework.stereotype.Component;

/**
 * Pages of IAM's lists. A marker holds only for the request that it came from.
 */
@Component
class Pages {

	/** What AWS documents for requests without MaxItems. */
	private static final int STANDARD = 100;

	private final PageTokens markers = new PageTokens();

	/**
	 * The page of a list that a call asks for.
	 * @param element name of the list's XML element
	 * @param members XML of all its members
	 * @param call the call
	 * @throws AwsError if its marker was not issued for it
	 */
	String page(String element, List<String> members, Call call) {
		String request = request(element, call);
		int from = Math.min(from(request, call), members.size());
		int most = (call.input().get("MaxItems") instanceof Long items) ? items.intValue() : STANDARD;
		int to = Math.min(from + most, members.size());
		boolean truncated = to < members.size();
		return IamXml.list(element, members.subList(from, to)) + IamXml.element("IsTruncated", truncated)
				+ IamXml.element("Marker", truncated ? this.markers.issue(request, to) : null);
	}

	private int from(String request, Call call) {
		String marker = call.optional("Marker");
		if (marker == null) {
			return 0;
		}
		try {
			return Math.toIntExact(this.markers.read(request, marker));
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(400, "ValidationError", "Invalid Marker.");
		}
	}

	private static String request(String element, Call call) {
		Map<String, Object> input = new TreeMap<>(call.input());
		input.keySet().removeAll(Set.of("Marker", "MaxItems"));
		return element + "|" + call.account() + "|" + input;
	}

}
