package dev.appintegrations.console.deletion.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.deletion.Confirmation;
import dev.appintegrations.console.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed and ticked to confirm a plan.
 *
 * @param fingerprint of the plan as it was shown
 * @param typed the text, exactly as typed
 * @param typedAccount the account id
 * @param acceptUnproven codes of the regions that were ticked
 * @param back the page from which the plan was asked for
 */
record ConfirmationForm(@Nullable String fingerprint, @Nullable String typed, @Nullable String typedAccount,
		@Nullable List<String> acceptUnproven, @Nullable String back) {

	static ConfirmationForm untouched(@Nullable String back) {
		return new ConfirmationForm(null, null, null, null, back);
	}

	Confirmation toConfirmation() {
		try {
			return new Confirmation(Objects.requireNonNullElse(this.fingerprint, ""), this.typed, this.typedAccount,
					accepted().stream().map(Region::new).collect(Collectors.toSet()));
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.invalidParameter("acceptUnproven", "must be a region code such as eu-west-2");
		}
	}

	private List<String> accepted() {
		return Objects.requireNonNullElse(this.acceptUnproven, List.of());
	}

	/**
	 * Whether a region was ticked.
	 * @param region its code
	 * @return true if it was
	 */
	public boolean accepts(String region) {
		return accepted().contains(region);
	}

}
