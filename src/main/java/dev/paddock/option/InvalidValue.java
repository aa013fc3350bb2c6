package dev.paddock.option;

/**
 * What was given for an option is no value of its kind or out of its range.
 *
 * @param given the offending text
 */
public record InvalidValue(Option<?> option, String given) {}
