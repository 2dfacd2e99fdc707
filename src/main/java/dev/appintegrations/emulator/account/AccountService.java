package dev.appintegrations.emulator.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.appintegrations.emulator.control.Controls;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.AwsRequest;
import dev.appintegrations.emulator.wire.AwsResponse;
import dev.appintegrations.emulator.wire.EmulatedService;
import dev.appintegrations.emulator.wire.RestJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * AWS Account Management: ListRegions, which tells whether an account has enabled a
 * region.
 */
@Component
class AccountService implements EmulatedService {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int MOST = 50;

	private static final Set<String> STATUSES = Set.of("ENABLED", "ENABLING", "DISABLING", "DISABLED",
			"ENABLED_BY_DEFAULT");

	/** Regions that every account has (Account Management guide). */
	private static final List<String> DEFAULT_REGIONS = List.of("ap-northeast-1", "ap-northeast-2", "ap-northeast-3",
			"ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1",
			"eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2");

	/** Regions that an account must enable. */
	private static final List<String> OPT_IN_REGIONS = List.of("af-south-1", "ap-east-1", "ap-south-2",
			"ap-southeast-3", "ap-southeast-4", "ca-west-1", "eu-central-2", "eu-south-1", "eu-south-2", "il-central-1",
			"me-central-1", "me-south-1");

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
		return ("POST".equals(request.method()) && request.segments().equals(List.of("listRegions"))) ? "ListRegions"
				: null;
	}

	@Override
	public AwsResponse answer(String operation, AwsRequest request) {
		JsonNode input = input(request);
		List<Map<String, Object>> all = new ArrayList<>();
		List<String> wanted = wanted(input);
		DEFAULT_REGIONS.forEach((region) -> add(all, region, "ENABLED_BY_DEFAULT", wanted));
		OPT_IN_REGIONS.forEach((region) -> add(all, region,
				(this.controls.enabled(request.account(), region) && "af-south-1".equals(region)) ? "ENABLED"
						: "DISABLED",
				wanted));
		int size = input.path("MaxResults").asInt(MOST);
		if (size < 1 || size > MOST) {
			throw invalid("MaxResults must be between 1 and " + MOST);
		}
		int from = from(input.path("NextToken").asString(""), all.size());
		int to = Math.min(all.size(), from + size);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("Regions", all.subList(from, to));
		if (to < all.size()) {
			answer.put("NextToken", "from-" + to);
		}
		return RestJson.answer(200, answer);
	}

	private static JsonNode input(AwsRequest request) {
		String body = new String(request.body(), StandardCharsets.UTF_8);
		try {
			return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
		}
		catch (JacksonException ex) {
			throw invalid("The body is not JSON");
		}
	}

	private static List<String> wanted(JsonNode input) {
		List<String> wanted = new ArrayList<>();
		for (JsonNode status : input.path("RegionOptStatusContains")) {
			if (!STATUSES.contains(status.asString())) {
				throw invalid("RegionOptStatusContains has a value that does not exist");
			}
			wanted.add(status.asString());
		}
		return wanted;
	}

	private static int from(String token, int size) {
		if (token.isEmpty()) {
			return 0;
		}
		if (!token.matches("from-\\d{1,4}") || Integer.parseInt(token.substring(5)) >= size) {
			throw invalid("NextToken is not valid");
		}
		return Integer.parseInt(token.substring(5));
	}

	private static void add(List<Map<String, Object>> all, String region, String status, List<String> wanted) {
		if (wanted.isEmpty() || wanted.contains(status)) {
			all.add(Map.of("RegionName", region, "RegionOptStatus", status));
		}
	}

	private static AwsError invalid(String message) {
		return new AwsError(400, "ValidationException", message);
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
