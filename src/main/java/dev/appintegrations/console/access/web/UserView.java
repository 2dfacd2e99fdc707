package dev.appintegrations.console.access.web;

import java.time.Instant;

import dev.appintegrations.console.access.UserAccount;
import dev.appintegrations.console.web.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A user, as pages show it.
 */
record UserView(String name, String href, String role, String roleLabel, boolean enabled, String tone, String status,
		@Nullable Moment created, @Nullable Moment lastSignedIn) {

	static UserView of(UserAccount user, Instant now) {
		return new UserView(user.name(), "/users/" + user.name(), user.role().name(), user.role().label(),
				user.enabled(), user.enabled() ? "good" : "calm", user.enabled() ? "enabled" : "disabled",
				moment(user.createdAt(), now), moment(user.lastSignedInAt(), now));
	}

	private static @Nullable Moment moment(@Nullable Instant instant, Instant now) {
		return (instant != null) ? Moment.of(instant, now) : null;
	}

}
