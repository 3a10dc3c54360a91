/**
 * What the readings of several families become: a cuff's blood pressure, a second of an oximeter, a weight.
 *
 * <p>In: numbers as a family's frames say them. Out: observations with their codes, times and identity. The central type is
 * {@link io.maimen.driver.reading.Origin}. Immutable, but for what waits to be stored. Must not know: any family's bytes.
 */
package io.maimen.driver.reading;
