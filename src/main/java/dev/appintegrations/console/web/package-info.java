/**
 * The shell of the pages: layout, navigation, formats and error pages.
 */
@ApplicationModule(allowedDependencies = { "kernel", "api" })
@NullMarked
package dev.appintegrations.console.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
