package io.maimen.simulator.clinic;

/**
 * Somebody who is cared for. They live in the demonstration only and are entered as simulated.
 *
 * @param sex {@code female} or {@code male}
 * @param birthDate ISO 8601
 * @param nationalId of the form of one, with a true check digit, in a region code that is given to no place
 */
public record Resident(String name, String sex, String birthDate, String nationalId, String clinicNumber) {}
