/**
 * Several consoles on one PostgreSQL, each a process of its own.
 */
@NullMarked
package dev.appintegrations.replicas;

import org.jspecify.annotations.NullMarked;
