/**
 * Streams of samples cut into blocks, for the devices that send one sample after the other and nothing twice.
 *
 * <p>In: samples, and what is known of the missing ones. Out: blocks with their place in the stream, their gaps and doubts. The
 * central types are {@link io.maimen.driver.waveform.BlockCutter} and {@link io.maimen.driver.waveform.LineWaveform}. Confined
 * to the session's thread. Must not know: any one device's bytes.
 */
package io.maimen.driver.waveform;
