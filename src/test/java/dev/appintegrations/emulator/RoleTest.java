package dev.appintegrations.emulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.appintegrations.containers.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the role as the emulator has it, which runs with roles in its memory and, in
 * an execution of its own, with roles in LocalStack.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("role")
@ExtendWith(LocalStack.class)
public @interface RoleTest {

}
