package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Blood Pressure Measurement by its flags, in order, advancing an offset. Source: docs/devices/bluetooth-cuff.md,
 * "Blood Pressure Measurement". Stateless; may be shared.
 */
record BloodPressureDecoder(CuffLayout layout) implements FrameDecoder {
    private static final int KILOPASCAL = 1;
    private static final int HAS_TIME = 1 << 1;
    private static final int HAS_PULSE = 1 << 2;
    private static final int HAS_USER = 1 << 3;
    private static final int HAS_STATUS = 1 << 4;
    private static final int SFLOAT_LENGTH = 2;
    private static final int SHORTEST = 1 + 3 * SFLOAT_LENGTH;

    /** A measurement together with the places of its fields. */
    record Reading(BloodPressureMeasurement measurement, List<FrameField> fields) {}

    @Override
    public String name() {
        return layout == CuffLayout.STANDARD ? "blood-pressure.measurement" : "blood-pressure.measurement-bm85";
    }

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        Decoded<Reading> read = read(bytes);
        return read instanceof Decoded.Frame<Reading> reading
                ? new Decoded.Frame<>(new DecodedFrame(name(), reading.frame().fields()))
                : new Decoded.Refused<>(((Decoded.Refused<Reading>) read).error());
    }

    /** The measurement, under the same conditions as {@link #decode}. */
    Decoded<Reading> read(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        int demanded = in.hasRemaining() ? lengthOf(in.get(0)) : SHORTEST;
        if (in.limit() < demanded) {
            return Decoded.refused(
                    "GATT-001",
                    in.limit(),
                    "measurement must be " + demanded + " bytes or more, as its flags say, but was " + in.limit());
        }
        return new Decoded.Frame<>(new Walk(in).reading());
    }

    private int lengthOf(int flags) {
        return SHORTEST
                + ((flags & HAS_TIME) != 0 ? DateTime.LENGTH : 0)
                + ((flags & HAS_PULSE) != 0 ? SFLOAT_LENGTH : 0)
                + (hasUser(flags) ? 1 : 0)
                + ((flags & HAS_STATUS) != 0 ? 2 : 0);
    }

    private boolean hasUser(int flags) {
        return (flags & HAS_USER) != 0 || layout.userIdAlways();
    }

    /** One pass over one measurement whose length is known to be enough. */
    private final class Walk {
        private final ByteBuffer in;
        private final List<FrameField> fields = new ArrayList<>();
        private int offset;

        Walk(ByteBuffer in) {
            this.in = in;
        }

        Reading reading() {
            int flags = in.get(0);
            field("flags", Cursor.HEX.toHexDigits(flags, 2), "", 1);
            UcumUnit unit = (flags & KILOPASCAL) != 0 ? UcumUnit.KILOPASCAL : UcumUnit.MILLIMETRE_OF_MERCURY;
            Sfloat systolic = sfloat("systolic", unit);
            Sfloat diastolic = sfloat("diastolic", unit);
            Sfloat mean = sfloat("mean arterial pressure", unit);
            Optional<DateTime> time = (flags & HAS_TIME) != 0 ? Optional.of(time()) : Optional.empty();
            in.order(layout.afterTime());
            Optional<Sfloat> pulse = (flags & HAS_PULSE) != 0
                    ? Optional.of(sfloat("pulse rate", UcumUnit.PER_MINUTE))
                    : Optional.empty();
            Optional<Integer> user = hasUser(flags) ? Optional.of(user()) : Optional.empty();
            int status = (flags & HAS_STATUS) != 0 ? status() : 0;
            if (offset < in.limit()) {
                field("trailing bytes", Integer.toString(in.limit() - offset), "", in.limit() - offset);
            }
            boolean noMean = layout.zeroMeanIsNone() && mean.word() == 0;
            return new Reading(
                    new BloodPressureMeasurement(
                            unit,
                            systolic,
                            diastolic,
                            noMean ? Optional.empty() : Optional.of(mean),
                            time,
                            pulse,
                            user,
                            status),
                    List.copyOf(fields));
        }

        private Sfloat sfloat(String name, UcumUnit unit) {
            Sfloat value = new Sfloat(Short.toUnsignedInt(in.getShort(offset)));
            field(name, value.text(), unit.code(), SFLOAT_LENGTH);
            return value;
        }

        private DateTime time() {
            DateTime time = DateTime.at(offset, in);
            field("time stamp", time.toString(), "", DateTime.LENGTH);
            return time;
        }

        private int user() {
            int user = Byte.toUnsignedInt(in.get(offset));
            field("user ID", user == BloodPressureMeasurement.UNKNOWN_USER ? "unknown" : Integer.toString(user), "", 1);
            return user;
        }

        private int status() {
            int status = Short.toUnsignedInt(in.getShort(offset));
            for (String flag : BloodPressureMeasurement.words(status)) {
                fields.add(new FrameField("measurement status flag", flag, "", offset, 2));
            }
            fields.add(new FrameField("pulse rate range", BloodPressureMeasurement.pulseRange(status), "", offset, 2));
            field("measurement status", Cursor.HEX.toHexDigits(status, 4), "", 2);
            return status;
        }

        private void field(String name, String value, String unit, int length) {
            fields.add(new FrameField(name, value, unit, offset, length));
            offset += length;
        }
    }
}
