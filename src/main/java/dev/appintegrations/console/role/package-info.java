/**
 * The service-linked role: its status, what it may do and why, creating and editing it,
 * and a lab for any policy.
 */
@ApplicationModule(allowedDependencies = { "kernel", "aws", "inventory", "activity", "web", "api", "access" })
@NullMarked
package dev.appintegrations.console.role;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
