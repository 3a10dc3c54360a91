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
final class HealthyPiFormat implements WaveformFormat<HealthyPiPacket>, Framing<HealthyPiPacket> {
    @Override
    public int length(ByteBuffer bytes) {
        return HealthyPiPacket.FORM.length(bytes);
    }

    @Override
    public Decoded<HealthyPiPacket> read(ByteBuffer frame) {
        return HealthyPiPacket.read(frame);
    }

    @Override
    public Framing<HealthyPiPacket> framing() {
        return this;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public Samples sample(HealthyPiPacket packet) {
        return Samples.of(packet.ecg());
    }

    @Override
    public int numbers() {
        return 1;
    }

    @Override
    public int number(HealthyPiPacket packet) {
        return 0;
    }

    @Override
    public int length() {
        return HealthyPiPacket.FORM.length();
    }

    @Override
    public boolean leadOff(HealthyPiPacket packet) {
        return packet.electrodeOff();
    }

    @Override
    public List<Value> values(HealthyPiPacket packet) {
        return List.of(
                Value.of(Nomenclature.HEART_RATE, packet.heartRateIfAny(), UcumUnit.PER_MINUTE),
                Value.of(Nomenclature.RESPIRATION_RATE, packet.respirationRateIfAny(), UcumUnit.PER_MINUTE),
                Value.of(Nomenclature.OXYGEN_SATURATION, packet.saturationIfAny(), UcumUnit.PERCENT),
                Value.of(Nomenclature.BODY_TEMPERATURE, packet.temperatureIfAny(), UcumUnit.CELSIUS));
    }
}
