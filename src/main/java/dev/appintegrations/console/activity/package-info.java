/**
 * The audit trail: who did what, when, and what came of it.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "api" })
@NullMarked
package dev.appintegrations.console.activity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
