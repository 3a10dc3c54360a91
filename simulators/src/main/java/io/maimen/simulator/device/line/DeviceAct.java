package io.maimen.simulator.device.line;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Bytes;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import java.time.Duration;
import java.util.Optional;

/** What a device does. A closed set; immutable. */
public sealed interface DeviceAct {
    /** The one channel of a plain stream, such as a serial line. */
    String STREAM = "stream";

    /** Bytes to the host: a piece of a stream, or one value or message. */
    record Send(String channel, Bytes bytes) implements DeviceAct {
        /** Bytes of a plain stream. */
        public static Send stream(byte... bytes) {
            return new Send(STREAM, Bytes.of(bytes));
        }
    }

    /**
     * What the device knows it measured and says in the bytes that follow: the truth that a reader is compared with. Nothing of it
     * travels. Of what is measured together each part is one, such as systolic and diastolic; of a waveform each sample.
     *
     * @param value the decimal as the device sends it; empty where the bytes say that there is no value
     * @param unit UCUM
     */
    record Measured(ObservationCode code, Optional<String> value, String unit) implements DeviceAct {
        public Measured {
            requireNonNull(code, "code");
            requireNonNull(value, "value");
            requireNonNull(unit, "unit");
        }

        /** A whole number. */
        public static Measured of(ObservationCode code, long value, UcumUnit unit) {
            return of(code, Long.toString(value), unit);
        }

        public static Measured of(ObservationCode code, String value, UcumUnit unit) {
            return new Measured(code, Optional.of(value), unit.code());
        }

        /** The bytes say that there is no value. */
        public static Measured absent(ObservationCode code, UcumUnit unit) {
            return new Measured(code, Optional.empty(), unit.code());
        }
    }

    /** Wakes the device after this long; a later Wake replaces an earlier one, the end of the connection forgets it. */
    record Wake(Duration after) implements DeviceAct {}

    /** The device ends the connection. */
    record HangUp() implements DeviceAct {}
}
