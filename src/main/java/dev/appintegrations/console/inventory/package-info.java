/**
 * Integrations, applications and their associations in every region.
 */
@ApplicationModule(allowedDependencies = { "kernel", "jobs", "aws", "web", "api", "access", "activity" })
@NullMarked
package dev.appintegrations.console.inventory;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
