package dev.appintegrations.emulator.control;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.appintegrations.emulator.wire.AwsRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The calls that came, in the order in which they came: the last {@value #KEPT}, and the
 * number of all.
 */
@Component
class CallLog {

	static final int KEPT = 50_000;

	private final Deque<Call> calls = new ArrayDeque<>();

	private final Map<String, Integer> totals = new HashMap<>();

	synchronized Call begin(String operation, AwsRequest request, Instant at) {
		Call call = new Call(request.service(), operation, request.region(), request.account(), request.requestId(),
				at);
		if (this.calls.size() == KEPT) {
			this.calls.removeFirst();
		}
		this.calls.addLast(call);
		this.totals.merge(request.account(), 1, Integer::sum);
		return call;
	}

	synchronized List<Call> calls(@Nullable String account) {
		return this.calls.stream().filter((call) -> account == null || call.account.equals(account)).toList();
	}

	synchronized int total(@Nullable String account) {
		return (account != null) ? this.totals.getOrDefault(account, 0)
				: this.totals.values().stream().mapToInt(Integer::intValue).sum();
	}

	synchronized void forget(@Nullable String account) {
		this.calls.removeIf((call) -> account == null || call.account.equals(account));
		this.totals.keySet().removeIf((each) -> account == null || each.equals(account));
	}

	/**
	 * A call; its status is {@code null} as long as it has no answer.
	 */
	static final class Call {

		private final String service;

		private final String operation;

		private final String region;

		private final String account;

		private final String requestId;

		private final Instant at;

		private volatile @Nullable Integer status;

		Call(String service, String operation, String region, String account, String requestId, Instant at) {
			this.service = service;
			this.operation = operation;
			this.region = region;
			this.account = account;
			this.requestId = requestId;
			this.at = at;
		}

		void answered(int status) {
			this.status = status;
		}

		Map<String, @Nullable Object> toJson() {
			Map<String, @Nullable Object> json = new LinkedHashMap<>();
			json.put("service", this.service);
			json.put("operation", this.operation);
			json.put("region", this.region);
			json.put("account", this.account);
			json.put("status", this.status);
			json.put("requestId", this.requestId);
			json.put("at", this.at.toString());
			return json;
		}

	}

}
