package dev.appintegrations.console.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler method that answers without sign-in, with the reason why it may.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToAll {

	/**
	 * Why nobody needs to be signed in.
	 * @return a sentence
	 */
	String because();

}
