/**
 * Deletes associations, integrations, applications and the role: plans, confirms, runs in
 * durable steps, and lets people watch.
 */
@ApplicationModule(
		allowedDependencies = { "kernel", "jobs", "aws", "inventory", "role", "activity", "web", "api", "access" })
@NullMarked
package dev.appintegrations.console.deletion;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
