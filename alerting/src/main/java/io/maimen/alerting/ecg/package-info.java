/**
 * What an ECG says: beats, their classes, and how far the signal can be trusted.
 *
 * <p>In: samples in microvolts, in pieces of any size, and the gaps between them. Out: {@link
 * io.maimen.alerting.ecg.Beat}s through {@link io.maimen.alerting.ecg.EcgListener}. The central type is {@link
 * io.maimen.alerting.ecg.EcgAnalysis}, one for each stream, used by one thread. Must not know: devices, patients, clocks,
 * rules; what is urgent is decided elsewhere.
 */
package io.maimen.alerting.ecg;
