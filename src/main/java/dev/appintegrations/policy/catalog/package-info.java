/**
 * What AWS documents of actions, resource types and condition keys: facts of the Service
 * Authorization Reference, taken out by {@code authorization-facts.py}, and the words of
 * this product for the actions that the role has.
 */
@NullMarked
package dev.appintegrations.policy.catalog;

import org.jspecify.annotations.NullMarked;
