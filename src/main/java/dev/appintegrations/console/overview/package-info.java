/**
 * The home page of an account.
 */
@ApplicationModule(allowedDependencies = { "kernel", "aws", "inventory", "role", "deletion", "web", "api", "access" })
@NullMarked
package dev.appintegrations.console.overview;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
