package dev.appintegrations.containers;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.localstack.LocalStackContainer;

/**
 * The one LocalStack of a test run, which ends with it.
 */
public final class LocalStack implements ExecutionCondition {

	private static final String PROPERTY = "test.localstack";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return wanted() ? Docker.available(Docker.LOCALSTACK)
				: ConditionEvaluationResult.enabled("The emulator keeps roles itself");
	}

	/**
	 * Where it is, started if nobody has yet.
	 */
	public static URI endpoint() {
		return Container.ENDPOINT;
	}

	/**
	 * Where emulators of this test run are to keep their roles.
	 * @return {@code null} if they keep them themselves
	 */
	public static @Nullable URI wantedForRoles() {
		return wanted() ? endpoint() : null;
	}

	private static boolean wanted() {
		return "container".equals(System.getProperty(PROPERTY));
	}

	/**
	 * Holds the container.
	 */
	private static final class Container {

		private static final URI ENDPOINT = start();

		private static URI start() {
			@SuppressWarnings("resource")
			LocalStackContainer container = new LocalStackContainer(Docker.LOCALSTACK).withServices("iam", "sts");
			container.start();
			return container.getEndpoint();
		}

	}

}
