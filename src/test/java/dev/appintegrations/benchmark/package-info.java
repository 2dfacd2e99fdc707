/**
 * Benchmarks of the packaged console, each beside the physical bound of its work.
 */
@NullMarked
package dev.appintegrations.benchmark;

import org.jspecify.annotations.NullMarked;
