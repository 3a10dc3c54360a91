package io.maimen.driver.protocentral;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Framing;
import io.maimen.driver.waveform.WaveformFormat;
import io.maimen.observation.Samples;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import java.nio.ByteBuffer;
import java.util.List;

/** How packets are found and what they mean; they are not counted. Stateless. */
final class ShieldFormat implements WaveformFormat<ShieldPacket>, Framing<ShieldPacket> {
    @Override
    public int length(ByteBuffer bytes) {
        return ShieldPacket.FORM.length(bytes);
    }

    @Override
    public Decoded<ShieldPacket> read(ByteBuffer frame) {
        return ShieldPacket.read(frame);
    }

    @Override
    public Framing<ShieldPacket> framing() {
        return this;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public Samples sample(ShieldPacket packet) {
        return Samples.of(packet.ecg());
    }

    @Override
    public int numbers() {
        return 1;
    }

    @Override
    public int number(ShieldPacket packet) {
        return 0;
    }

    @Override
    public int length() {
        return ShieldPacket.FORM.length();
    }

    @Override
    public List<Value> values(ShieldPacket packet) {
        return List.of(
                Value.of(Nomenclature.HEART_RATE, packet.heartRateIfAny(), UcumUnit.PER_MINUTE),
                Value.of(Nomenclature.RESPIRATION_RATE, packet.respirationRateIfAny(), UcumUnit.PER_MINUTE));
    }
}
