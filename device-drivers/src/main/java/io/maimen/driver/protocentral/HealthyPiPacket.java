package io.maimen.driver.protocentral;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.observation.FrameField;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What a HealthyPi v4 sends for each sample. Immutable.
 *
 * <p>Bytes 17 and 18 of the payload are the constants 80 and 120, which its firmware calls blood pressure: they are none, and
 * no one here reads them as such.
 *
 * @param ecg in steps of the converter, -32 768 to 32 767
 * @param respiration impedance in steps
 * @param infrared photoplethysmogram in steps
 * @param red likewise
 * @param centiCelsius skin temperature in hundredths of a degree, 0 to 65 535
 * @param respirationRate per minute
 * @param saturation in percent
 * @param heartRate per minute
 * @param leadStatus bit 0 an electrode is off, bit 1 no finger on the probe
 */
record HealthyPiPacket(
        int ecg,
        int respiration,
        int infrared,
        int red,
        int centiCelsius,
        int respirationRate,
        int saturation,
        int heartRate,
        int leadStatus) {
    static final Packet FORM = new Packet(20);

    private static final int ELECTRODE_OFF = 1;
    private static final int NO_FINGER = 1 << 1;
    private static final int LOW_BYTE_OF_NONE = 25;
    private static final int MOST_PERCENT = 100;
    private static final int RESPIRATION = 2;
    private static final int INFRARED = 4;
    private static final int RED = 8;
    private static final int TEMPERATURE = 12;
    private static final int RESPIRATION_RATE = 14;
    private static final int SATURATION = 15;
    private static final int HEART_RATE = 16;
    private static final int CONSTANTS = 17;
    private static final int LEAD_STATUS = 19;

    /** The packet at the first byte, or why not. */
    static Decoded<HealthyPiPacket> read(ByteBuffer bytes) {
        Decoded<ByteBuffer> payload = FORM.payload(bytes);
        if (payload instanceof Decoded.Refused<ByteBuffer> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        ByteBuffer in = ((Decoded.Frame<ByteBuffer>) payload).frame();
        return new Decoded.Frame<>(new HealthyPiPacket(
                in.getShort(0),
                in.getShort(RESPIRATION),
                in.getInt(INFRARED),
                in.getInt(RED),
                Short.toUnsignedInt(in.getShort(TEMPERATURE)),
                Byte.toUnsignedInt(in.get(RESPIRATION_RATE)),
                Byte.toUnsignedInt(in.get(SATURATION)),
                Byte.toUnsignedInt(in.get(HEART_RATE)),
                Byte.toUnsignedInt(in.get(LEAD_STATUS))));
    }

    List<FrameField> fields() {
        return new FieldList()
                .number("packet type", Packet.DATA, Packet.TYPE, 1)
                .number("ECG", ecg, at(0), Short.BYTES)
                .number("respiration", respiration, at(RESPIRATION), Short.BYTES)
                .number("infrared", infrared, at(INFRARED), Integer.BYTES)
                .number("red", red, at(RED), Integer.BYTES)
                .add(new FrameField("temperature", temperature().toPlainString(), "Cel", at(TEMPERATURE), Short.BYTES))
                .add(new FrameField(
                        "respiration rate", Integer.toString(respirationRate), "/min", at(RESPIRATION_RATE), 1))
                .add(new FrameField("SpO2", Integer.toString(saturation), "%", at(SATURATION), 1))
                .add(new FrameField("heart rate", Integer.toString(heartRate), "/min", at(HEART_RATE), 1))
                .text("constants", "no measurement", at(CONSTANTS), 2)
                .number("lead status", leadStatus, at(LEAD_STATUS), 1)
                .fields();
    }

    boolean electrodeOff() {
        return (leadStatus & ELECTRODE_OFF) != 0;
    }

    /** 0 says that there is none, and so does an electrode that is off. */
    Optional<BigDecimal> heartRateIfAny() {
        return number(heartRate).filter(rate -> !electrodeOff());
    }

    /** As {@link #heartRateIfAny}. */
    Optional<BigDecimal> respirationRateIfAny() {
        return number(respirationRate).filter(rate -> !electrodeOff());
    }

    /** None is 0, or 25: the low byte of the -999 that the firmware computes with. No finger, no saturation. */
    Optional<BigDecimal> saturationIfAny() {
        boolean none = saturation == LOW_BYTE_OF_NONE || saturation > MOST_PERCENT || (leadStatus & NO_FINGER) != 0;
        return number(saturation).filter(percent -> !none);
    }

    /** 0 says that no probe is there. */
    Optional<BigDecimal> temperatureIfAny() {
        return Optional.of(temperature()).filter(degrees -> degrees.signum() != 0);
    }

    private static Optional<BigDecimal> number(int value) {
        return value == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(value));
    }

    BigDecimal temperature() {
        return BigDecimal.valueOf(centiCelsius, 2);
    }

    private static int at(int payloadOffset) {
        return Packet.HEADER + payloadOffset;
    }
}
