package dev.appintegrations.console.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SupportedRegionTests {

	@Test
	void namesTheElevenRegionsOfTheRolesPageInItsOrder() {
		assertThat(SupportedRegion.DOCUMENTED).extracting((region) -> region.region().code())
			.containsExactly("us-east-1", "us-west-2", "ap-south-1", "ap-northeast-2", "ap-southeast-1",
					"ap-southeast-2", "ap-northeast-1", "ca-central-1", "eu-central-1", "eu-west-2", "af-south-1");
	}

	@Test
	void knowsThatOnlyMumbaiHasNoPublishedEndpoint() {
		assertThat(SupportedRegion.DOCUMENTED)
			.filteredOn((region) -> region.support() == SupportedRegion.Support.NO_PUBLISHED_ENDPOINT)
			.extracting(SupportedRegion::name)
			.containsExactly("Asia Pacific (Mumbai)");
	}

	@Test
	void knowsThatOnlyCapeTownMustBeEnabledFirst() {
		assertThat(SupportedRegion.DOCUMENTED).filteredOn(SupportedRegion::optIn)
			.extracting(SupportedRegion::name)
			.containsExactly("Africa (Cape Town)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "eu", "eu-west", "EU-west-2", "eu-west-2 ", "eu-west-2\n", "../x", "eu-west-200" })
	void refusesWhatIsNoRegionCode(String code) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Region(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "us-gov-west-1", "us-iso-east-1", "eusc-de-east-1", "ap-southeast-2" })
	void acceptsRegionCodesOfEveryPartition(String code) {
		assertThat(new Region(code)).hasToString(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "-a", "a_b", "a/b", "a b" })
	void refusesWhatIsNoAccountAlias(String alias) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AccountAlias(alias));
	}

}
