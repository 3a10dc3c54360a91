package io.maimen.simulator.wfdb;

/**
 * One signal line of a header, as far as an ECG needs it.
 *
 * @param file name of the signal file, in the header's directory
 * @param format how samples are packed, 16 or 212
 * @param byteOffset bytes before the first sample ({@code 16+24} in the header)
 * @param unitsPerMillivolt ADC units in one millivolt, above 0
 * @param baseline the ADC value of 0 mV
 * @param description such as {@code MLII}, may be empty
 */
record SignalSpecification(
        String file, int format, int byteOffset, double unitsPerMillivolt, int baseline, String description) {}
