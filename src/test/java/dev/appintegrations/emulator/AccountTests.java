package dev.appintegrations.emulator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AccountException;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AccountTests {

	private final String account = EmulatorServer.freshAccount();

	private final AccountClient client = EmulatorServer.accounts(EmulatorServer.key(this.account));

	@Test
	void knowsEveryCommercialRegionThatTheSdkKnows() {
		List<String> ofSdk = software.amazon.awssdk.regions.Region.regions()
			.stream()
			.filter((region) -> !region.isGlobalRegion() && region.metadata() != null
					&& "aws".equals(region.metadata().partition().id()))
			.map(software.amazon.awssdk.regions.Region::id)
			.toList();
		assertThat(ofSdk).hasSizeGreaterThan(30);
		assertThat(statuses()).containsKeys(ofSdk.toArray(String[]::new)).hasSize(34);
	}

	@Test
	void onlyCapeTownIsDisabledAtFirst() {
		Map<String, RegionOptStatus> statuses = statuses();
		assertThat(statuses).containsEntry("us-east-1", RegionOptStatus.ENABLED_BY_DEFAULT)
			.containsEntry("me-south-1", RegionOptStatus.ENABLED);
		assertThat(statuses.entrySet()).filteredOn((each) -> each.getValue() == RegionOptStatus.DISABLED)
			.extracting(Map.Entry::getKey)
			.containsExactly("af-south-1");
		assertThat(statuses.values()).filteredOn(RegionOptStatus.ENABLED_BY_DEFAULT::equals).hasSize(17);
	}

	@Test
	void agreesWithTheRegionsOfTheControlApi() {
		EmulatorServer.set(this.account, "regions", Map.of("af-south-1", "ENABLED", "me-south-1", "NOT_ENABLED",
				"eu-west-2", "NOT_ENABLED", "eu-south-1", "DENIED_BY_SCP"));
		assertThat(statuses()).containsEntry("af-south-1", RegionOptStatus.ENABLED)
			.containsEntry("me-south-1", RegionOptStatus.DISABLED)
			.containsEntry("eu-west-2", RegionOptStatus.DISABLED)
			.containsEntry("eu-south-1", RegionOptStatus.ENABLED);
	}

	@Test
	void pagesThroughAllRegionsOnce() {
		List<ListRegionsResponse> pages = this.client.listRegionsPaginator((request) -> request.maxResults(10))
			.stream()
			.toList();
		assertThat(pages).extracting((page) -> page.regions().size()).containsExactly(10, 10, 10, 4);
		Set<String> names = new HashSet<>();
		pages.forEach((page) -> page.regions().forEach((region) -> names.add(region.regionName())));
		assertThat(names).hasSize(34);
	}

	@Test
	void filtersByStatus() {
		assertThat(list((request) -> request.regionOptStatusContains(RegionOptStatus.DISABLED)).regions())
			.extracting(Region::regionName)
			.containsExactly("af-south-1");
		assertThat(list((request) -> request.regionOptStatusContains(RegionOptStatus.DISABLED, RegionOptStatus.ENABLED))
			.regions()).hasSize(17);
		assertThat(list((request) -> request.regionOptStatusContains(RegionOptStatus.ENABLING)).regions()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0, false", "1, true", "50, true", "51, false" })
	void pageHasOneToFiftyRegions(int size, boolean right) {
		if (right) {
			assertThat(list((request) -> request.maxResults(size)).regions()).hasSize(Math.min(size, 34));
		}
		else {
			assertRefused("ValidationException", (request) -> request.maxResults(size));
		}
	}

	@Test
	void refusesTokensOfOthers() {
		String token = list((request) -> request.maxResults(5)).nextToken();
		assertThat(list((request) -> request.nextToken(token)).regions()).hasSize(29);
		assertRefused("ValidationException", (request) -> request.nextToken("forged"));
		assertRefused("ValidationException", (request) -> request.nextToken("f".repeat(1001)));
		assertRefused("ValidationException",
				(request) -> request.nextToken(token).regionOptStatusContains(RegionOptStatus.ENABLED));
		assertThatExceptionOfType(AccountException.class)
			.isThrownBy(() -> EmulatorServer.accounts(EmulatorServer.key(EmulatorServer.freshAccount()))
				.listRegions((request) -> request.nextToken(token)));
	}

	@Test
	void refusesUnknownStatusAndAccountId() {
		assertRefused("ValidationException", (request) -> request.regionOptStatusContainsWithStrings("SLEEPING"));
		assertRefused("ValidationException", (request) -> request.accountId("12"));
		assertRefused("AccessDeniedException", (request) -> request.accountId(this.account));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{\"MaxResults\":\"5\"}", "{\"MaxResults\":5.5}", "{\"RegionOptStatusContains\":1}",
			"{", "\"\u00ff" })
	void refusesBodiesOfAnotherShape(String body) throws Exception {
		RawRequest.Answer answer = RawRequest.signed("POST", "/listRegions", this.account, "account", "us-east-1")
			.body(body)
			.send();
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.errorCode()).isEqualTo("SerializationException");
	}

	@Test
	void answersFromDisabledRegionsAndWithoutABody() throws Exception {
		RawRequest.Answer answer = RawRequest.signed("POST", "/listRegions", this.account, "account", "af-south-1")
			.send();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("Regions")).hasSize(34);
		assertThat(answer.json().has("NextToken")).isFalse();
	}

	@Test
	void throttlesInItsOwnWords() {
		EmulatorServer.set(this.account, "rates", Map.of("account", Map.of("perSecond", 0.001, "burst", 1)));
		statuses();
		assertRefused("TooManyRequestsException", (request) -> {
		});
	}

	private void assertRefused(String code, Consumer<ListRegionsRequest.Builder> request) {
		assertThatExceptionOfType(AccountException.class).isThrownBy(() -> list(request))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo(code));
	}

	private ListRegionsResponse list(Consumer<ListRegionsRequest.Builder> request) {
		return this.client.listRegions(request);
	}

	private Map<String, RegionOptStatus> statuses() {
		return list((request) -> {
		}).regions().stream().collect(Collectors.toMap(Region::regionName, Region::regionOptStatus));
	}

}
