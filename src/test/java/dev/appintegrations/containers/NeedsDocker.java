package dev.appintegrations.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs containers. Where Docker or an image of them is missing, it is skipped
 * with a loud line, and with {@code CI=true} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Docker.class)
public @interface NeedsDocker {

	/**
	 * The images of its containers.
	 */
	String[] value();

}
