package dev.appintegrations.console.deletion;

import java.time.Instant;
import java.util.UUID;

import dev.appintegrations.console.deletion.plan.DeletionPlan;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is kept for its confirmation.
 *
 * @param id its id
 * @param plan the plan
 * @param fingerprint the digest of what the operator sees
 * @param createdBy who asked for it
 * @param createdAt when
 * @param expiresAt when it can no longer be confirmed
 * @param usedAt when it was confirmed, or {@code null}
 */
public record StoredPlan(UUID id, DeletionPlan plan, String fingerprint, String createdBy, Instant createdAt,
		Instant expiresAt, @Nullable Instant usedAt) {

}
