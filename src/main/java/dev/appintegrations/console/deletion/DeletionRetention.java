package dev.appintegrations.console.deletion;

import java.time.Instant;

import dev.appintegrations.console.jobs.Retention;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps deletions that have ended for a while, with their plans and steps. What they did
 * stays in the audit trail.
 */
@Component
class DeletionRetention implements Retention {

	private final DeletionStore deletions;

	private final PlanStore plans;

	private final DeletionProperties properties;

	DeletionRetention(DeletionStore deletions, PlanStore plans, DeletionProperties properties) {
		this.deletions = deletions;
		this.plans = plans;
		this.properties = properties;
	}

	@Override
	@Transactional
	public String trim(Instant now) {
		int removed = this.deletions.trim(now.minus(this.properties.keepFor()));
		this.plans.trim(now.minus(this.properties.planValidity()));
		return removed + " deletions removed";
	}

}
