package io.maimen.driver.protocentral;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.observation.FrameField;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What the ADS1292R shield sends for each sample. Immutable.
 *
 * @param ecg in steps of the converter, -32 768 to 32 767
 * @param respiration impedance in steps
 * @param heartRate per minute as the shield computes it; 0 while it has none
 * @param respirationRate per minute, likewise
 */
record ShieldPacket(int ecg, int respiration, int heartRate, int respirationRate) {
    static final Packet FORM = new Packet(4 * Short.BYTES);

    private static final int RESPIRATION = 2;
    private static final int HEART_RATE = 4;
    private static final int RESPIRATION_RATE = 6;

    /** The packet at the first byte, or why not. */
    static Decoded<ShieldPacket> read(ByteBuffer bytes) {
        Decoded<ByteBuffer> payload = FORM.payload(bytes);
        if (payload instanceof Decoded.Refused<ByteBuffer> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        ByteBuffer in = ((Decoded.Frame<ByteBuffer>) payload).frame();
        return new Decoded.Frame<>(new ShieldPacket(
                in.getShort(0), in.getShort(RESPIRATION), in.getShort(HEART_RATE), in.getShort(RESPIRATION_RATE)));
    }

    /** 0 and below say that there is none. */
    Optional<BigDecimal> heartRateIfAny() {
        return number(heartRate);
    }

    /** As {@link #heartRateIfAny}. */
    Optional<BigDecimal> respirationRateIfAny() {
        return number(respirationRate);
    }

    private static Optional<BigDecimal> number(int value) {
        return value <= 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(value));
    }

    List<FrameField> fields() {
        return new FieldList()
                .number("packet type", Packet.DATA, Packet.TYPE, 1)
                .number("ECG", ecg, Packet.HEADER, Short.BYTES)
                .number("respiration", respiration, Packet.HEADER + RESPIRATION, Short.BYTES)
                .number("heart rate", heartRate, Packet.HEADER + HEART_RATE, Short.BYTES)
                .number("respiration rate", respirationRate, Packet.HEADER + RESPIRATION_RATE, Short.BYTES)
                .fields();
    }
}
