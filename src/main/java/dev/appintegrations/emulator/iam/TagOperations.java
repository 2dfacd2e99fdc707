package dev.appintegrations.emulator.iam;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import dev.appintegrations.emulator.iam.IamService.Call;
import dev.appintegrations.emulator.wire.AwsError;

import org.springframework.stereotype.Component;

/**
 * The operations on the role's tags, whose keys differ by more than case: a key that is
 * written in another way replaces the one before.
 */
@Component
class TagOperations {

	private static final int MOST_TAGS = 50;

	private final Roles roles;

	private final RoleOperations role;

	private final Pages pages;

	TagOperations(Roles roles, RoleOperations role, Pages pages) {
		this.roles = roles;
		this.role = role;
		this.pages = pages;
	}

	String list(Call call) {
		return this.pages.page("Tags", IamXml.tags(anyCase(this.role.visible(call).tags())), call);
	}

	/** The refusal of AWS's own keys is unverified, with its code and words. */
	String tag(Call call) {
		List<Map<String, String>> tags = call.list("Tags");
		Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		tags.forEach((tag) -> keys.add(tag.get("Key")));
		if (keys.size() < tags.size()) {
			throw new AwsError(400, "InvalidInput",
					"Duplicate tag keys found. Please note that Tag keys are case insensitive.");
		}
		if (keys.stream().anyMatch((key) -> key.regionMatches(true, 0, "aws:", 0, 4))) {
			throw new AwsError(400, "InvalidInput", "Tag keys that begin with aws: are reserved.");
		}
		return change(call, (all) -> {
			all.keySet().removeAll(keys);
			tags.forEach((tag) -> all.put(tag.get("Key"), tag.get("Value")));
			if (all.size() > MOST_TAGS) {
				throw new AwsError(409, "LimitExceeded", "The number of tags has reached the maximum limit.");
			}
		});
	}

	String untag(Call call) {
		List<String> keys = call.list("TagKeys");
		return change(call, (all) -> keys.forEach(all::remove));
	}

	private String change(Call call, Consumer<Map<String, String>> change) {
		this.role.existing(call);
		this.roles.change(call.account(), call.text("RoleName"), (each) -> {
			Map<String, String> all = anyCase(each.tags());
			change.accept(all);
			return each.tagged(all);
		});
		return "";
	}

	private static Map<String, String> anyCase(Map<String, String> tags) {
		Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		all.putAll(tags);
		return all;
	}

}
