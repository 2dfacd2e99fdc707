package dev.appintegrations.console.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ArnTests {

	@Test
	void keepsColonsAndSlashesOfTheResource() {
		Arn arn = Arn.parse("arn:aws:app-integrations:eu-west-2:111122223333:event-integration/a//b:c");
		assertThat(arn.region()).isEqualTo("eu-west-2");
		assertThat(arn.accountId()).isEqualTo("111122223333");
		assertThat(arn.resource()).isEqualTo("event-integration/a//b:c");
		assertThat(arn.resourceId()).isEqualTo("a//b:c");
		assertThat(arn).hasToString("arn:aws:app-integrations:eu-west-2:111122223333:event-integration/a//b:c");
	}

	@Test
	void takesTheWholeResourceAsIdWhenItHasNoType() {
		assertThat(Arn.parse("arn:aws:s3:::bucket").resourceId()).isEqualTo("bucket");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "arn", "arn:aws:iam::1", "arn:aws:iam::1:", "urn:aws:iam::1:role/x" })
	void refusesWhatIsNotAnArn(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Arn.parse(text)).withMessageContaining("Not an ARN");
	}

}
