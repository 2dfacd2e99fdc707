package dev.appintegrations.emulator.qconnect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An assistant.
 *
 * @param sequence its place in lists
 * @param id its id
 * @param arn its ARN
 * @param members its members as the answers name them
 */
record Assistant(long sequence, String id, String arn, Map<String, Object> members) {

	String name() {
		return String.valueOf(this.members.get("name"));
	}

	boolean identifiedBy(String identifier) {
		return identifier.equals(this.id) || identifier.equals(this.arn);
	}

	Map<String, Object> data() {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("assistantId", this.id);
		data.put("assistantArn", this.arn);
		data.put("status", "ACTIVE");
		data.putAll(this.members);
		return data;
	}

}
