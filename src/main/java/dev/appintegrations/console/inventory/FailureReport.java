package dev.appintegrations.console.inventory;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.appintegrations.console.aws.AwsFailedException;
import dev.appintegrations.console.aws.AwsFailure;
import dev.appintegrations.console.inventory.RegionScan.ScanFailure;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * Says what failures mean for a region. Whether a region is not enabled is asked of
 * {@code account:ListRegions}, once a scan and only if a region's answer suggests it.
 */
final class FailureReport {

	private static final Set<String> INVALID_TOKEN = Set.of("UnrecognizedClientException", "InvalidClientTokenId");

	private final Supplier<Set<Region>> disabledRegions;

	FailureReport(Supplier<Set<Region>> disabledRegions) {
		this.disabledRegions = disabledRegions;
	}

	ScanFailure of(RegionReader.Failure failure) {
		return of(failure.operation(), failure.parent(), failure.exception().failure());
	}

	static ScanFailure of(String operation, @Nullable String parent, AwsFailure failure) {
		String action = (failure instanceof AwsFailure.Denied denied) ? denied.action() : null;
		return new ScanFailure(operation, parent, failure.call().code(), failure.message(), failure.call().requestId(),
				action, failure.advice());
	}

	static AwsFailedException endless(String service, String operation) {
		return new AwsFailedException(
				new AwsFailure.Other(new AwsFailure.Call(service, operation, "ENDLESS_PAGES", null),
						"AWS answered with a page token that it had answered before",
						"Tell AWS Support; the list has no end."),
				new IllegalStateException("Endless list"));
	}

	RegionOutcome outcome(AccountAlias account, Region region, List<AwsFailedException> failures, boolean anyListed) {
		if (failures.isEmpty()) {
			return RegionOutcome.LISTED;
		}
		if (anyListed) {
			return RegionOutcome.PARTIAL;
		}
		AwsFailure failure = failures.getFirst().failure();
		if (INVALID_TOKEN.contains(failure.call().code()) && this.disabledRegions.get().contains(region)) {
			return RegionOutcome.NOT_ENABLED;
		}
		return outcome(failure);
	}

	static RegionOutcome outcome(AwsFailure failure) {
		return switch (failure) {
			case AwsFailure.Denied denied -> RegionOutcome.DENIED;
			case AwsFailure.Throttled throttled -> RegionOutcome.THROTTLED;
			case AwsFailure.NotEnabled notEnabled -> RegionOutcome.NOT_ENABLED;
			case AwsFailure.CredentialsExpired expired -> RegionOutcome.CREDENTIALS_EXPIRED;
			case AwsFailure.Unreachable unreachable -> RegionOutcome.UNREACHABLE;
			case AwsFailure.TimedOut timedOut -> RegionOutcome.TIMED_OUT;
			case AwsFailure.QuotaExceeded quota -> RegionOutcome.FAILED;
			case AwsFailure.NotFound notFound -> RegionOutcome.FAILED;
			case AwsFailure.Other other -> RegionOutcome.FAILED;
		};
	}

}
