package dev.appintegrations.console.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Members of AWS's answers as plain values, so that no type of the SDK leaves a gateway.
 */
public final class SdkMembers {

	private SdkMembers() {
	}

	/**
	 * The members of an answer that are there, by AWS's names.
	 * @param answer an answer, or a part of one
	 * @param without names of members to leave out
	 * @return texts, numbers, truth values, lists and maps; times as ISO-8601
	 */
	public static Map<String, Object> of(SdkPojo answer, Set<String> without) {
		Map<String, Object> members = new LinkedHashMap<>();
		answer.sdkFields().forEach((field) -> {
			Object value = plain(field.getValueOrDefault(answer));
			if (value != null && !without.contains(field.locationName())) {
				members.put(field.locationName(), value);
			}
		});
		return members;
	}

	private static @Nullable Object plain(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case SdkPojo pojo -> {
				Map<String, Object> members = of(pojo, Set.of());
				yield members.isEmpty() ? null : members;
			}
			case Map<?, ?> map -> {
				Map<String, Object> members = new LinkedHashMap<>();
				map.forEach((key, each) -> {
					Object member = plain(each);
					if (member != null) {
						members.put(String.valueOf(key), member);
					}
				});
				yield members.isEmpty() ? null : members;
			}
			case List<?> list -> {
				List<Object> elements = new ArrayList<>();
				list.forEach((each) -> {
					Object element = plain(each);
					if (element != null) {
						elements.add(element);
					}
				});
				yield elements.isEmpty() ? null : elements;
			}
			case Instant instant -> instant.toString();
			default -> value;
		};
	}

}
