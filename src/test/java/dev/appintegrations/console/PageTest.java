package dev.appintegrations.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.appintegrations.console.inventory.Inventory;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A test of pages as the console answers them, with an inventory that the test makes up.
 * All of them share one console.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ConsoleApplication.class, properties = "spring.datasource.url=${test.database.page-test}")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestAccounts.class)
@MockitoBean(types = Inventory.class)
public @interface PageTest {

}
