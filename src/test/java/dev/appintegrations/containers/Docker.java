package dev.appintegrations.containers;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.testcontainers.DockerClientFactory;

/**
 * Knows whether this machine has what tests in containers need.
 */
public final class Docker implements ExecutionCondition {

	/** The newest that starts without an account. */
	public static final String LOCALSTACK = "localstack/localstack:4.14.0";

	public static final String POSTGRESQL = "postgres:17";

	static final String HAPROXY = "haproxy:3.0-alpine";

	/** What the image of the console is built with and on. */
	static final String JDK = "eclipse-temurin:25.0.3_9-jdk-noble";

	static final String NODE = "node:24-trixie-slim";

	static final String DEBIAN = "debian:13-slim";

	private static final ConcurrentHashMap<String, Optional<String>> MISSING = new ConcurrentHashMap<>();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return AnnotationSupport.findAnnotation(context.getElement(), NeedsDocker.class)
			.map((needs) -> available(needs.value()))
			.orElseGet(() -> ConditionEvaluationResult.enabled("Needs no container"));
	}

	/**
	 * Whether tests can have containers of these images.
	 * @param images names with tags, pulled where they are not there yet
	 * @return disabled, after a loud line, if something is missing
	 * @throws IllegalStateException if something is missing and {@code CI=true}
	 */
	public static ConditionEvaluationResult available(String... images) {
		return Stream.of(images)
			.flatMap((image) -> MISSING.computeIfAbsent(image, Docker::missing).stream())
			.findFirst()
			.map(ConditionEvaluationResult::disabled)
			.orElseGet(() -> ConditionEvaluationResult.enabled("Docker has the images"));
	}

	private static Optional<String> missing(String image) {
		if (!DockerClientFactory.instance().isDockerAvailable()) {
			return said("no Docker engine answers, for containers of " + image);
		}
		DockerClient docker = DockerClientFactory.lazyClient();
		try {
			docker.inspectImageCmd(image).exec();
			return Optional.empty();
		}
		catch (NotFoundException ex) {
			return pull(docker, image);
		}
	}

	private static Optional<String> pull(DockerClient docker, String image) {
		try {
			boolean pulled = docker.pullImageCmd(image).start().awaitCompletion(10, TimeUnit.MINUTES);
			return pulled ? Optional.empty() : said("the image " + image + " could not be pulled in ten minutes");
		}
		catch (DockerException ex) {
			return said("the image " + image + " could not be pulled: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Optional<String> said(String reason) {
		if ("true".equals(System.getenv("CI"))) {
			throw new IllegalStateException("CI=true demands tests in containers, but " + reason);
		}
		String line = "CONTAINER TESTS SKIPPED: " + reason;
		System.err.println(line);
		return Optional.of(line);
	}

}
