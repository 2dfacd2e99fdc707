package dev.appintegrations.console.deletion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.console.deletion.ScheduleRun.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Deletions on bad days: random faults, other people's changes, dying processes, cancels
 * and retries, and after each the same questions. {@code -Ddeletion.schedules} runs more,
 * {@code -Ddeletion.seed} others, {@code -Ddeletion.schedule} one alone.
 */
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK,
		properties = { "spring.datasource.url=jdbc:h2:mem:fault-schedules;DB_CLOSE_DELAY=-1",
				"console.aws.call-timeout=3s" })
@ContextConfiguration(initializers = ScheduleAccounts.class)
@MockitoBean(types = DeletionScheduler.class)
@Import({ FaultScheduleTests.Harness.class, Console.class })
class FaultScheduleTests {

	private static final Logger LOG = LoggerFactory.getLogger(FaultScheduleTests.class);

	private static final long SEED = Long.getLong("deletion.seed", 20261124);

	/** Hanging calls wait for their time-out, so more run than there are processors. */
	private static final int SIDE_BY_SIDE = 8;

	/** How many schedules a broken runner has to come through. */
	private static final int TELLING = 8;

	@Autowired
	private Console console;

	@Test
	void neverDeletesWrongNorTwiceAndAlwaysTellsTheTruth() {
		Integer single = Integer.getInteger("deletion.schedule");
		List<Integer> numbers = (single != null) ? List.of(single)
				: IntStream.range(0, ScheduleAccounts.SCHEDULES).boxed().toList();
		long begin = System.nanoTime();
		List<Evidence> all = run(numbers, UnaryOperator.identity());
		Coverage coverage = new Coverage();
		List<String> wrong = new ArrayList<>();
		all.forEach((evidence) -> {
			coverage.add(evidence);
			List<String> violations = evidence.violations();
			if (!violations.isEmpty()) {
				wrong.add(violations + "\n" + evidence.describe());
			}
		});
		LOG.info("{} schedules of seed {} met {} faults in {} s\n{}", all.size(), SEED, coverage.faults(),
				Duration.ofNanos(System.nanoTime() - begin).toSeconds(), coverage.table());
		assertThat(wrong).as("seed %d", SEED).isEmpty();
		if (single == null) {
			assertThat(coverage.missing()).as("never came up").isEmpty();
		}
	}

	static Stream<Arguments> broken() {
		return Stream.of(arguments("skips the read", (UnaryOperator<StepGateway>) BrokenGateway.SkipsTheRead::new),
				arguments("ignores the fingerprint",
						(UnaryOperator<StepGateway>) BrokenGateway.IgnoresTheFingerprint::new),
				arguments("repeats calls", (UnaryOperator<StepGateway>) BrokenGateway.RepeatsCalls::new));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("broken")
	void noticesABrokenRunner(String what, UnaryOperator<StepGateway> broken) {
		List<Integer> telling = changedBeforeTheFirstStep();
		assertThat(run(telling, broken)).as(what)
			.anySatisfy((evidence) -> assertThat(evidence.violations()).isNotEmpty());
		assertThat(run(telling, UnaryOperator.identity()))
			.allSatisfy((evidence) -> assertThat(evidence.violations()).as(evidence::describe).isEmpty());
	}

	/** Schedules in which somebody changes something before anything is deleted. */
	private static List<Integer> changedBeforeTheFirstStep() {
		return IntStream.iterate(Schedule.PAIRED, (number) -> number + 1).filter((number) -> {
			Schedule schedule = Schedule.of(SEED, number);
			Schedule.Event first = schedule.events().getFirst();
			return schedule.target() == Schedule.Target.UNUSED && first.pause() == 0 && first.change() != null;
		}).limit(TELLING).boxed().toList();
	}

	private List<Evidence> run(List<Integer> numbers, UnaryOperator<StepGateway> broken) {
		try (ExecutorService executor = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
			List<Future<Evidence>> runs = executor.invokeAll(numbers.stream()
				.<Callable<Evidence>>map((number) -> () -> new ScheduleRun(this.console, Schedule.of(SEED, number),
						ScheduleAccounts.next(), broken)
					.run())
				.toList());
			List<Evidence> all = new ArrayList<>();
			for (int i = 0; i < runs.size(); i++) {
				try {
					all.add(runs.get(i).get());
				}
				catch (ExecutionException ex) {
					throw new AssertionError("Schedule " + numbers.get(i) + " of seed " + SEED + ": "
							+ Schedule.of(SEED, numbers.get(i)), ex.getCause());
				}
			}
			return all;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Harness {

		@Bean
		@Primary
		LaneClock laneClock() {
			return new LaneClock();
		}

		@Bean
		AuditReader auditReader(JdbcClient jdbc) {
			return new AuditReader(jdbc);
		}

	}

}
