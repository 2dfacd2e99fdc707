/**
 * Work that the replicas share out among themselves through the database.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.appintegrations.console.jobs;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
