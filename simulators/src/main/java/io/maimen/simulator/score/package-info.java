/**
 * How well the ECG analysis does, measured on annotated records in the manner of ANSI/AAMI EC57.
 *
 * <p>In: a folder of WFDB records with beat annotations. Out: sensitivity and positive predictivity of each record and of
 * all, latency and speed, as a table or JSON. The central type is {@link io.maimen.simulator.score.BeatMatcher}; the
 * command is {@link io.maimen.simulator.score.EcgScoreCommand}. Must not know: how the analysis works.
 */
package io.maimen.simulator.score;
