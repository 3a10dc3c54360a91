package io.maimen.simulator.match;

/**
 * One number as the server has it, or one sample that carries a signal.
 *
 * @param code as the server writes it, such as {@code mdc:150456}
 * @param value digits, with a sign of comparison before them where there is one
 * @param unit UCUM
 * @param simulated whether the mark is there
 */
public record StoredValue(String code, String value, String unit, boolean simulated) {}
