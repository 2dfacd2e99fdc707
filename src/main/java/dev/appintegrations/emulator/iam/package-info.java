/**
 * IAM as far as the service-linked role of AppIntegrations needs it.
 */
@NullMarked
package dev.appintegrations.emulator.iam;

import org.jspecify.annotations.NullMarked;
