package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a scan knows of one region.
 *
 * @param region the region
 * @param outcome how it ended, or {@code null} while it is being read
 * @param counts items by kind; a kind that is not proved is absent
 * @param associations number of associations, or {@code null} if not all lists of them
 * were read
 * @param calls calls that AppIntegrations answered
 * @param refused calls that were throttled and tried again
 * @param took how long it took, or {@code null} while it is being read
 * @param proof the lists that were read, each with its pages and whether its chain ended
 * @param failures what went wrong, empty if nothing did
 * @param holders how the search for the associations' holders went, or {@code null} if
 * there was none to look for
 */
public record RegionScan(Region region, @Nullable RegionOutcome outcome, Map<Kind, Integer> counts,
		@Nullable Integer associations, int calls, int refused, @Nullable Duration took, List<ListProof> proof,
		List<ScanFailure> failures, @Nullable HolderSearch holders) {

	public RegionScan {
		counts = Map.copyOf(counts);
		proof = List.copyOf(proof);
		failures = List.copyOf(failures);
	}

	/**
	 * What a scan knows of a region before anybody looks for holders.
	 */
	public RegionScan(Region region, @Nullable RegionOutcome outcome, Map<Kind, Integer> counts,
			@Nullable Integer associations, int calls, int refused, @Nullable Duration took, List<ListProof> proof,
			List<ScanFailure> failures) {
		this(region, outcome, counts, associations, calls, refused, took, proof, failures, null);
	}

	RegionScan with(HolderSearch search) {
		return new RegionScan(this.region, this.outcome, this.counts, this.associations, this.calls, this.refused,
				this.took, this.proof, this.failures, search);
	}

	/**
	 * The search for who holds the associations of a region.
	 *
	 * @param state how far it is
	 * @param calls calls that the holders' services answered
	 * @param refused calls that were throttled and tried again
	 * @param took how long it took, or {@code null} while it goes on
	 * @param failures what went wrong, empty if nothing did
	 */
	public record HolderSearch(State state, int calls, int refused, @Nullable Duration took,
			List<ScanFailure> failures) {

		public HolderSearch {
			failures = List.copyOf(failures);
		}

		static HolderSearch begun() {
			return new HolderSearch(State.SEARCHING, 0, 0, null, List.of());
		}

		/**
		 * How far the search is.
		 */
		public enum State {

			/** It goes on, or its process died. */
			SEARCHING,

			/** Every list that was needed was read to its end. */
			FOUND,

			/** Some lists could not be read. */
			PARTIAL

		}

	}

	/**
	 * The chain of pages of one list operation.
	 *
	 * @param operation such as {@code ListDataIntegrations}
	 * @param parents how many parents' lists this row sums up, 1 for a list of a kind
	 * @param pages pages read
	 * @param items items on them
	 * @param ended whether every chain came to its last page
	 */
	public record ListProof(String operation, int parents, int pages, int items, boolean ended) {

	}

	/**
	 * A call that failed.
	 *
	 * @param operation such as {@code ListApplications}
	 * @param parent the name of the parent whose associations were asked for, or
	 * {@code null}
	 * @param code AWS's error code, or a word of our own such as {@code TIMED_OUT}
	 * @param message what happened, in AWS's words where it answered
	 * @param requestId AWS's request id, or {@code null}
	 * @param action the denied IAM action, or {@code null}
	 * @param advice what to do, in our words
	 */
	public record ScanFailure(String operation, @Nullable String parent, String code, String message,
			@Nullable String requestId, @Nullable String action, String advice) {

	}

}
