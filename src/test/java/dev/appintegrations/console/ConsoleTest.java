package dev.appintegrations.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole console on a real port, its account looking at the test run's
 * emulator. All of them share one console.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=${test.database.console-test}", "console.aws.call-timeout=5s",
				"console.allowed-hosts=console.test" })
@ContextConfiguration(initializers = TestAccounts.class)
public @interface ConsoleTest {

}
