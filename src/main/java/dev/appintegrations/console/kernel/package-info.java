/**
 * What every module speaks of: accounts, regions, ARNs, permissions and operations.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.appintegrations.console.kernel;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
