/**
 * The service-linked role and the policy lab for programs.
 */
@NullMarked
package dev.appintegrations.console.role.api;

import org.jspecify.annotations.NullMarked;
