package io.maimen.simulator.match;

/**
 * One number as the server has it, or one sample that carries a signal.
 *
 * @param code as the server writes it, such as {@code mdc:150456}
 * @param value digits, with a sign of comparison before them where there is one; {@link #SAMPLE} for a waveform's samples, which a
 *     server lists without their values
 * @param unit UCUM
 * @param simulated whether the mark is there
 */
public record StoredValue(String code, String value, String unit, boolean simulated) {
    /** Stands for a number that is there and not told. */
    public static final String SAMPLE = "sample";
}
