package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Heart Rate Measurement (2A37). Source: Heart Rate Service 1.0, section 3.1. Immutable.
 *
 * @param heartRate per minute; 0 without contact is no heart rate
 * @param energy in kJ since it was last reset
 * @param intervals RR intervals in 1/1024 s, oldest first; none, one or several
 */
record HeartRateMeasurement(int heartRate, Contact contact, Optional<Integer> energy, List<Integer> intervals) {
    static final CharacteristicDecoder<HeartRateMeasurement> DECODER =
            new CharacteristicDecoder<>("heart-rate.measurement", HeartRateMeasurement::read);

    private static final int WIDE = 1;
    private static final int CONTACT_SHIFT = 1;
    private static final int CONTACT_MASK = 3;
    private static final int HAS_ENERGY = 1 << 3;
    private static final int HAS_INTERVALS = 1 << 4;

    /** Whether the sensor touches the skin. */
    enum Contact {
        NOT_SUPPORTED("not supported"),
        NOT_DETECTED("supported not detected"),
        DETECTED("detected");

        private final String text;

        Contact(String text) {
            this.text = text;
        }

        private static Contact ofFlags(int flags) {
            return switch ((flags >> CONTACT_SHIFT) & CONTACT_MASK) {
                case 2 -> NOT_DETECTED;
                case 3 -> DETECTED;
                default -> NOT_SUPPORTED;
            };
        }
    }

    HeartRateMeasurement {
        intervals = List.copyOf(intervals);
    }

    private static Decoded<HeartRateMeasurement> read(Cursor in) {
        int flags = in.flags8("flags");
        Contact contact = Contact.ofFlags(flags);
        in.note("sensor contact", contact.text, "", 1);
        int rate = (flags & WIDE) != 0 ? in.uint16("heart rate", "/min") : in.uint8("heart rate", "/min");
        Optional<Integer> energy =
                (flags & HAS_ENERGY) != 0 ? Optional.of(in.uint16("energy expended", "kJ")) : Optional.empty();
        List<Integer> intervals = new ArrayList<>();
        // A flag without an interval says nothing that is not there, and is let pass.
        while ((flags & HAS_INTERVALS) != 0 && in.left() > 0) {
            intervals.add(in.uint16("RR interval", "s/1024"));
        }
        return in.whole(new HeartRateMeasurement(rate, contact, energy, intervals));
    }
}
