package io.maimen.driver.bitalino;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Framing;
import io.maimen.driver.waveform.WaveformFormat;
import io.maimen.observation.Samples;
import java.nio.ByteBuffer;

/**
 * How frames of so many channels are found, by their length and CRC alone, and what they mean. Stateless.
 *
 * @param acquired channels, 1 to 6
 */
record BitalinoFormat(int acquired) implements WaveformFormat<BitalinoFrame>, Framing<BitalinoFrame> {
    private static final int NUMBERS = 16;

    @Override
    public int length(ByteBuffer bytes) {
        return length();
    }

    @Override
    public Decoded<BitalinoFrame> read(ByteBuffer frame) {
        return BitalinoFrame.read(frame);
    }

    @Override
    public Framing<BitalinoFrame> framing() {
        return this;
    }

    @Override
    public int channels() {
        return BitalinoFrame.channels(length());
    }

    @Override
    public Samples sample(BitalinoFrame frame) {
        return frame.centred();
    }

    @Override
    public int numbers() {
        return NUMBERS;
    }

    @Override
    public int number(BitalinoFrame frame) {
        return frame.sequence();
    }

    @Override
    public int length() {
        return BitalinoFrame.length(acquired);
    }
}
