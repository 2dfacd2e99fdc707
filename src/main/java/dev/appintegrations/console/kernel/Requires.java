package dev.appintegrations.console.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a handler method demands; every handler has one or is
 * {@link OpenToAll}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

	/**
	 * The permission.
	 * @return what the caller must be allowed
	 */
	Permission value();

}
