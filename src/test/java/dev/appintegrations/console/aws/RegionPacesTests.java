package dev.appintegrations.console.aws;

import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegionPacesTests {

	private final RegionPaces paces = new RegionPaces();

	@ParameterizedTest
	@CsvSource({ "connect, false", "profile, false", "wisdom, false", "app-integrations, true", "iam, true" })
	void pacesOperationsTogetherThatAwsThrottlesTogether(String service, boolean together) {
		assertThat(of(service, "ListOne", "eu-west-2") == of(service, "DeleteOne", "eu-west-2")).isEqualTo(together);
		assertThat(of(service, "ListOne", "eu-west-2")).isSameAs(of(service, "ListOne", "eu-west-2"))
			.isNotSameAs(of(service, "ListOne", "us-east-1"));
	}

	private RegionPaces.Pace of(String service, String operation, String region) {
		return this.paces.of(new AwsCalls.Target(new AccountAlias("demo"), new Region(region), service, operation));
	}

}
