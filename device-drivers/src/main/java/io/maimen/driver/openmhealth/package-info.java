/**
 * Applications and hubs that publish Open mHealth blood pressure as JSON.
 *
 * <p>In: one message a data point. Out: systolic and diastolic pressure. The central type is {@link
 * io.maimen.driver.openmhealth.BloodPressureBody}. Immutable but for the protocol, which is confined to its session's thread.
 * Acknowledgement class: AFTER_STORED. Must not know: topics, brokers, threads, clocks.
 */
package io.maimen.driver.openmhealth;
