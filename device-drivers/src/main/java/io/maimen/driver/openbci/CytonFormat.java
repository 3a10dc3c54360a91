package io.maimen.driver.openbci;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Framing;
import io.maimen.driver.waveform.WaveformFormat;
import io.maimen.observation.Samples;
import java.nio.ByteBuffer;

/** How packets are found, A0 and C0 to CF together, and what they mean. Stateless. */
final class CytonFormat implements WaveformFormat<CytonPacket>, Framing<CytonPacket> {
    private static final int NUMBERS = 256;

    @Override
    public int length(ByteBuffer bytes) {
        return Byte.toUnsignedInt(bytes.get(bytes.position())) == CytonPacket.START ? CytonPacket.LENGTH : 0;
    }

    @Override
    public Decoded<CytonPacket> read(ByteBuffer frame) {
        return CytonPacket.read(frame);
    }

    @Override
    public Framing<CytonPacket> framing() {
        return this;
    }

    @Override
    public int channels() {
        return CytonPacket.CHANNELS;
    }

    @Override
    public Samples sample(CytonPacket packet) {
        return packet.counts();
    }

    @Override
    public int numbers() {
        return NUMBERS;
    }

    @Override
    public int number(CytonPacket packet) {
        return packet.number();
    }

    @Override
    public int length() {
        return CytonPacket.LENGTH;
    }
}
