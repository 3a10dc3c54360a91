/**
 * The words of the house: what was measured, by which device, when and in which unit.
 *
 * <p>In: what drivers decoded. Out: values that every other module speaks, all immutable. Must not know: files,
 * networks, frameworks; only the wire format below may use Jackson.
 */
package io.maimen.observation;
