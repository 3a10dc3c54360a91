/**
 * Applications and hubs that publish Open mHealth blood pressure as JSON.
 *
 * <p>In: one message a data point. Out: systolic and diastolic pressure. The central type is {@link
 * io.maimen.driver.openmhealth.BloodPressureBody}. Immutable.
 * Acknowledgement class: AFTER_STORED. Must not know: topics, brokers, threads, clocks.
 */
package io.maimen.driver.openmhealth;
