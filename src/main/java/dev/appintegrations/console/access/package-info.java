/**
 * Users, sign-in, and who may do what.
 */
@ApplicationModule(allowedDependencies = { "kernel", "jobs", "activity", "web", "api" })
@NullMarked
package dev.appintegrations.console.access;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
