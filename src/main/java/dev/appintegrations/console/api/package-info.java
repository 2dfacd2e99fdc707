/**
 * The shell of the JSON API: problem documents, paging and strict input.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.appintegrations.console.api;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
