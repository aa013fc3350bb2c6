package dev.paddock.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test that shows rows of the catalogue of faults, {@code faults.txt}: the fault is made to
 * happen, and the app ends in the right state, with the right cause.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Fault {
    /** Numbers of rows. */
    int[] value();
}
