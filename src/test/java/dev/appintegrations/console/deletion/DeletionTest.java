package dev.appintegrations.console.deletion;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.appintegrations.console.ConsoleApplication;
import dev.appintegrations.console.DatabaseTest;
import dev.appintegrations.console.TestAccounts;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A test that runs deletions itself, on a clock that it moves: nothing happens between
 * two tries but what the test does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK,
		properties = { "spring.datasource.url=${test.database.deletion-test}", "console.aws.call-timeout=2s" })
@ContextConfiguration(initializers = TestAccounts.class)
@MockitoBean(types = DeletionScheduler.class)
@Import(DeletionHarness.class)
@interface DeletionTest {

}
