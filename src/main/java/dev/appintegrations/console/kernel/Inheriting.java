package dev.appintegrations.console.kernel;

import java.util.Set;
import java.util.concurrent.ExecutorService;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;

/**
 * Executors whose threads inherit what whoever submits the work is about: its fields of
 * the log and its span. Who the user is they do not inherit.
 */
public final class Inheriting {

	private static final Set<Object> KEYS = Set.of(ObservationThreadLocalAccessor.KEY, Slf4jThreadLocalAccessor.KEY);

	private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder()
		.contextRegistry(new ContextRegistry().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor())
			.registerThreadLocalAccessor(new ObservationThreadLocalAccessor()))
		.captureKeyPredicate(KEYS::contains)
		.build();

	private Inheriting() {
	}

	/**
	 * An executor that does its work as another one does, within the submitter's context.
	 * @param executor does the work
	 * @return an executor that ends with it
	 */
	public static ExecutorService executor(ExecutorService executor) {
		return ContextExecutorService.wrap(executor, SNAPSHOTS);
	}

}
