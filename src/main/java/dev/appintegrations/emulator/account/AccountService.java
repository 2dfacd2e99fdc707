package dev.appintegrations.emulator.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.appintegrations.emulator.control.Controls;
import dev.appintegrations.emulator.model.RequestReader;
import dev.appintegrations.emulator.model.ServiceFacts;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.EmulatedService;
import dev.appintegrations.emulator.wire.PageTokens;
import dev.appintegrations.emulator.wire.RestJson;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * AWS Account Management: ListRegions, which tells whether an account has enabled a
 * region. Its answer follows from the regions that the control API sets, so that it never
 * contradicts what calls to a region meet.
 */
@Component
class AccountService implements EmulatedService {

	/** Size of a page when the caller names none; the model allows 1 to 50. */
	private static final long DEFAULT_PAGE = 50;

	/** Regions that every account has (botocore 1.44.5, Account Management guide). */
	private static final List<String> DEFAULT_REGIONS = List.of("ap-northeast-1", "ap-northeast-2", "ap-northeast-3",
			"ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1",
			"eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2");

	/** Regions that an account must enable. */
	private static final List<String> OPT_IN_REGIONS = List.of("af-south-1", "ap-east-1", "ap-east-2", "ap-south-2",
			"ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ca-west-1",
			"eu-central-2", "eu-south-1", "eu-south-2", "il-central-1", "me-central-1", "me-south-1", "mx-central-1");

	private final ServiceFacts facts = ServiceFacts.load("account");

	private final RequestReader reader = new RequestReader(this.facts, "ValidationException");

	private final PageTokens tokens = new PageTokens();

	private final Controls controls;

	AccountService(Controls controls) {
		this.controls = controls;
	}

	@Override
	public String signingName() {
		return "account";
	}

	@Override
	public @Nullable String operation(AwsRequest request) {
		return this.facts.route(request);
	}

	@Override
	public AwsResponse answer(String operation, AwsRequest request) {
		Map<String, Object> input = this.reader.read(operation, request);
		if (input.containsKey("AccountId")) {
			throw new AwsError(403, "AccessDeniedException",
					"Only the management account of an organisation may name an account, and never itself");
		}
		Object wanted = input.get("RegionOptStatusContains");
		String filter = request.account() + " " + wanted;
		List<Map.Entry<String, String>> regions = regions(request.account()).entrySet()
			.stream()
			.filter((region) -> !(wanted instanceof List<?> statuses) || statuses.isEmpty()
					|| statuses.contains(region.getValue()))
			.toList();
		int from = from(String.valueOf(input.getOrDefault("NextToken", "")), filter);
		int size = ((Number) input.getOrDefault("MaxResults", DEFAULT_PAGE)).intValue();
		int to = Math.min(regions.size(), from + size);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("Regions",
				regions.subList(Math.min(from, to), to)
					.stream()
					.map((region) -> Map.of("RegionName", region.getKey(), "RegionOptStatus", region.getValue()))
					.toList());
		if (to < regions.size()) {
			answer.put("NextToken", this.tokens.issue(filter, to));
		}
		return RestJson.answer(200, answer);
	}

	private Map<String, String> regions(String account) {
		Map<String, String> regions = new TreeMap<>();
		DEFAULT_REGIONS.forEach((region) -> regions.put(region, "ENABLED_BY_DEFAULT"));
		OPT_IN_REGIONS.forEach((region) -> regions.put(region, "ENABLED"));
		regions.replaceAll((region, status) -> this.controls.enabled(account, region) ? status : "DISABLED");
		return regions;
	}

	private int from(String token, String filter) {
		try {
			return token.isEmpty() ? 0 : (int) this.tokens.read(filter, token);
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(400, "ValidationException", "NextToken is not valid");
		}
	}

	@Override
	public AwsResponse error(AwsError error, AwsRequest request) {
		return RestJson.error(error);
	}

	@Override
	public AwsError throttled() {
		return new AwsError(429, "TooManyRequestsException", "Rate exceeded");
	}

	@Override
	public void forget(@Nullable String account) {
		// Which regions are enabled is a setting of the control API.
	}

}
