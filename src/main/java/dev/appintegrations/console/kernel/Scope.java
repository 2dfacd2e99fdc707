package dev.appintegrations.console.kernel;

/**
 * A piece of work on this thread, for which something holds until it is closed.
 */
@FunctionalInterface
public interface Scope extends AutoCloseable {

	@Override
	void close();

}
