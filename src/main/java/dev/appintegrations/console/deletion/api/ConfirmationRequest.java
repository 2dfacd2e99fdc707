package dev.appintegrations.console.deletion.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.appintegrations.console.api.FieldProblem;
import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.deletion.Confirmation;
import dev.appintegrations.console.kernel.Region;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The confirmation of a plan.
 */
@Schema(name = "DeletionConfirmation", description = "The confirmation of a plan, exactly as the plan asks for it.")
record ConfirmationRequest(@Schema(description = "The plan's fingerprint.") @Nullable String fingerprint,
		@Schema(description = "The phrase of the plan's `confirmation`.",
				example = "orders-created") @Nullable String typed,
		@Schema(description = "All regions of the plan's `unproven`, and no other.") @Nullable List<@Nullable String> acceptUnproven,
		@Schema(description = "The account id, where the plan's `confirmation` says `accountIdToo`.") @Nullable String typedAccount) {

	Confirmation checked() {
		List<FieldProblem> errors = new ArrayList<>();
		if (this.fingerprint == null) {
			errors.add(new FieldProblem("$.fingerprint", "is missing"));
		}
		Set<Region> accepted = new HashSet<>();
		List<@Nullable String> regions = (this.acceptUnproven != null) ? this.acceptUnproven : List.of();
		for (int i = 0; i < regions.size(); i++) {
			try {
				accepted.add(new Region(Objects.requireNonNullElse(regions.get(i), "")));
			}
			catch (IllegalArgumentException ex) {
				errors.add(new FieldProblem("$.acceptUnproven[" + i + "]", "must be a region code such as eu-west-2"));
			}
		}
		if (!errors.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, errors));
		}
		return new Confirmation(Objects.requireNonNullElse(this.fingerprint, ""), this.typed, this.typedAccount,
				accepted);
	}

}
