package dev.appintegrations.console.inventory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.appintegrations.console.kernel.Arn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ItemKeyTests {

	@ParameterizedTest
	@ValueSource(strings = { "orders/created.v2", "..", ".", "a//b", "%2F", "a?b#c", "naïve-ключ-🎈" })
	void survivesAPath(String name) {
		ItemKey key = new ItemKey(Kind.EVENT_INTEGRATION, name);
		assertThat(key.encoded()).matches("[A-Za-z0-9_-]+");
		assertThat(ItemKey.parse(key.encoded())).contains(key);
	}

	@Test
	void isTheResourcePartOfTheArn() {
		Arn arn = Arn.parse("arn:aws:app-integrations:eu-west-2:111122223333:event-integration/orders/created.v2");
		assertThat(ItemKey.of(arn)).isEqualTo(new ItemKey(Kind.EVENT_INTEGRATION, "orders/created.v2"));
		assertThat(ItemKey.of(arn).resource()).isEqualTo(arn.resource());
	}

	@Test
	void refusesTheArnOfAnAssociation() {
		Arn arn = Arn.parse("arn:aws:app-integrations:eu-west-2:111122223333:application-association/a/b");
		assertThatIllegalArgumentException().isThrownBy(() -> ItemKey.of(arn));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "application/", "application", "rule/x", "application/a\u0000b", "application/a\nb" })
	void readsNoResourceThatCannotBeAnItem(String resource) {
		assertThat(ItemKey.parse(base64url(resource))).isEmpty();
	}

	@Test
	void readsOnlyTheCanonicalSpelling() {
		String key = new ItemKey(Kind.APPLICATION, "ab").encoded();
		assertThat(key).isEqualTo("YXBwbGljYXRpb24vYWI");
		assertThat(ItemKey.parse("YXBwbGljYXRpb24vYWI=")).isEmpty();
		assertThat(ItemKey.parse("YXBwbGljYXRpb24vYWJ")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "!", "a b", "YXBwbGljYXRpb24v_w" })
	void readsNothingElse(String segment) {
		assertThat(ItemKey.parse(segment)).isEmpty();
	}

	@Test
	void readsNothingEndless() {
		assertThat(ItemKey.parse(base64url("application/" + "a".repeat(10_000)))).isEmpty();
	}

	private static String base64url(String resource) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(resource.getBytes(StandardCharsets.UTF_8));
	}

}
