/**
 * What the ECGs in the log show.
 *
 * <p>In: waveform blocks of ECG leads, from the log or for one strip. Out: findings, told into the same log as observations
 * like any other, so that rules, patients and pages treat them as they treat every reading; for a strip, its beats and how
 * far it can be trusted. The central types are {@link io.maimen.ingest.ecg.EcgReader} and {@link
 * io.maimen.ingest.ecg.StripAnalysis}. Must not know: rules, alerts, HTTP.
 */
package io.maimen.ingest.ecg;
