/**
 * What devices that report results as text share: analysers, monitors, their gateways.
 *
 * <p>In: a value, a unit and a test's name as the device spells them. Out: an observation's value, code and identity, or why
 * there is none. The central type is {@link io.maimen.driver.result.ReportedResult}. Immutable, safe from any thread. Must not
 * know: any one protocol.
 */
package io.maimen.driver.result;
