/**
 * Whose a reading is: people, and the facts that tie a device's readings to them.
 *
 * <p>In: what a clinic session or a home's slot map says. Out: checked facts that stay beside the readings. The central
 * type is {@link io.maimen.observation.patient.Binding}. Immutable. Must not know: names, birth dates, observations.
 */
package io.maimen.observation.patient;
