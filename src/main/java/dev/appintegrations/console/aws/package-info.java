/**
 * The way to AWS: credentials, endpoints, SDK clients, and every failure as one case of a
 * sealed type.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.appintegrations.console.aws;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
