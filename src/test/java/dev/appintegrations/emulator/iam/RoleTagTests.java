package dev.appintegrations.emulator.iam;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.appintegrations.emulator.RoleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

import static dev.appintegrations.emulator.iam.IamCaller.NAME;
import static dev.appintegrations.emulator.iam.IamCaller.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

@RoleTest
class RoleTagTests {

	private final IamCaller caller = IamCaller.withRole();

	private final IamClient iam = this.caller.sdk();

	@Test
	void areAddedChangedAndRemoved() {
		tag("team=one", "stage=");
		tag("team=two");
		assertThat(this.caller.get().tags()).containsExactlyInAnyOrder(of("team=two"), of("stage="));
		this.iam.untagRole((request) -> request.roleName(NAME).tagKeys("stage", "nothing"));
		assertThat(this.caller.get().tags()).containsExactly(of("team=two"));
		assertThat(list(10, null).tags()).containsExactly(of("team=two"));
	}

	@Test
	void areReplacedByAKeyOfAnotherCase() {
		tag("Team=one");
		tag("team=two");
		assertThat(this.caller.get().tags()).containsExactly(of("team=two"));
		this.iam.untagRole((request) -> request.roleName(NAME).tagKeys("TEAM"));
		assertThat(list(10, null).tags()).isEmpty();
	}

	@Test
	void mustDifferByMoreThanCaseInOneCall() {
		assertRefused(() -> tag("Team=one", "team=two"), 400, "InvalidInput",
				"Duplicate tag keys found. Please note that Tag keys are case insensitive.");
		assertThat(this.caller.get().tags()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "aws:owner=x", "AWS:owner=x" })
	void areNotAwss(String tag) {
		assertRefused(() -> tag(tag), 400, "InvalidInput", "reserved");
	}

	@Test
	void areFiftyAtMost() {
		tag(numbered(50));
		assertRefused(() -> tag(numbered(51)), 400, "ValidationError",
				"Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50");
		assertRefused(() -> tag("more=x"), 409, "LimitExceeded", "tags");
		tag("tag7=changed");
		assertThat(this.caller.get().tags()).hasSize(50).contains(of("tag7=changed"));
	}

	@Test
	void areListedInPages() {
		tag(numbered(5));
		ListRoleTagsResponse first = list(2, null);
		assertThat(first.isTruncated()).isTrue();
		ListRoleTagsResponse second = list(2, first.marker());
		ListRoleTagsResponse third = list(2, second.marker());
		assertThat(third.isTruncated()).isFalse();
		assertThat(third.marker()).isNull();
		assertThat(List.of(first, second, third)).flatExtracting(ListRoleTagsResponse::tags)
			.extracting("key")
			.containsExactly("tag0", "tag1", "tag2", "tag3", "tag4");
	}

	@Test
	void areNotListedByAMarkerOfSomethingElse() {
		tag(numbered(5));
		String marker = list(2, null).marker();
		assertRefused(() -> list(2, "nonsense"), 400, "ValidationError", "Marker");
		assertRefused(() -> this.iam.listRoles((request) -> request.marker(marker)), 400, "ValidationError", "Marker");
		IamCaller other = IamCaller.withRole();
		assertRefused(() -> other.sdk().listRoleTags((request) -> request.roleName(NAME).marker(marker)), 400,
				"ValidationError", "Marker");
	}

	@Test
	void areOfTheRoleOnly() {
		assertRefused(() -> this.iam.tagRole((request) -> request.roleName("other").tags(of("team=one"))), 404,
				"NoSuchEntity", "other");
		assertRefused(() -> this.iam.untagRole((request) -> request.roleName("other").tagKeys("team")), 404,
				"NoSuchEntity", "other");
		assertRefused(() -> this.iam.listRoleTags((request) -> request.roleName("other")), 404, "NoSuchEntity",
				"other");
	}

	private void tag(String... tags) {
		this.iam.tagRole((request) -> request.roleName(NAME).tags(Arrays.stream(tags).map(RoleTagTests::of).toList()));
	}

	private ListRoleTagsResponse list(int most, @Nullable String marker) {
		return this.iam.listRoleTags((request) -> request.roleName(NAME).maxItems(most).marker(marker));
	}

	private static String[] numbered(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "tag" + i + "=x").toArray(String[]::new);
	}

	private static Tag of(String text) {
		String[] parts = text.split("=", 2);
		return Tag.builder().key(parts[0]).value(parts[1]).build();
	}

}
