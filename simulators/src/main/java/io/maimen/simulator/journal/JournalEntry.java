package io.maimen.simulator.journal;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.SampleGap;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One line of a device's journal. */
public sealed interface JournalEntry {
    /** When, by the simulator's clock; kept to the microsecond. */
    Instant at();

    DeviceId device();

    /** The device's own name of the thing: a specimen number, or {@code stream/sequence} of a block. */
    String key();

    /** What kind of thing a key names. */
    enum Kind {
        SPECIMEN,
        BLOCK,
        BLOOD_PRESSURE
    }

    /** The first time a thing is sent; a thing sent again has no second entry. */
    sealed interface Offered extends JournalEntry {
        Kind kind();
    }

    /**
     * One result, as sent.
     *
     * @param value the number as text, with the precision of the device
     */
    record OfferedResult(ObservationCode code, String value, String unit) {
        public OfferedResult {
            requireNonNull(code, "code");
            requireNonNull(value, "value");
            requireNonNull(unit, "unit");
        }
    }

    /**
     * A specimen with all its results.
     *
     * @param alertRules how many alerts the specimen must raise, 0 or more
     */
    record SpecimenOffered(Instant at, DeviceId device, String key, List<OfferedResult> results, int alertRules)
            implements Offered {
        public SpecimenOffered {
            results = List.copyOf(results);
        }

        @Override
        public Kind kind() {
            return Kind.SPECIMEN;
        }
    }

    /**
     * A block of a waveform.
     *
     * @param firstSample index of its first sample in the stream
     * @param count samples
     * @param gaps stretches of it that carry no signal; ascending
     * @param samplesSha256 lower-case hex SHA-256 of the samples as big-endian 32-bit integers, one without signal as 0
     */
    record BlockOffered(
            Instant at,
            DeviceId device,
            String key,
            long firstSample,
            int count,
            List<SampleGap> gaps,
            String samplesSha256)
            implements Offered {
        public BlockOffered {
            gaps = List.copyOf(gaps);
        }

        @Override
        public Kind kind() {
            return Kind.BLOCK;
        }
    }

    /**
     * A measurement of a blood-pressure cuff.
     *
     * @param key {@link #pressureKey}
     * @param slot the user the cuff believes it measured; empty where it does not say
     * @param subject the truth that no device sends: the patient who really wore the cuff; empty where nobody is known
     * @param results systolic, diastolic, mean and pulse, as far as they are sent
     * @param alertRules how many alerts it must raise, 0 or more
     */
    record PressureOffered(
            Instant at,
            DeviceId device,
            String key,
            Optional<Integer> slot,
            Optional<String> subject,
            List<OfferedResult> results,
            int alertRules)
            implements Offered {
        public PressureOffered {
            requireNonNull(slot, "slot");
            requireNonNull(subject, "subject");
            results = List.copyOf(results);
        }

        @Override
        public Kind kind() {
            return Kind.BLOOD_PRESSURE;
        }
    }

    /**
     * A cuff's name for a measurement, which can be read off what is stored as well: {@code SLOT/EPOCH-SECONDS} of the
     * moment of measurement, {@code -} where the cuff does not say a slot. A cuff measures at most once a second.
     */
    static String pressureKey(Optional<Integer> slot, Instant measuredAt) {
        return slot.map(String::valueOf).orElse("-") + "/" + measuredAt.getEpochSecond();
    }

    /**
     * The transport has the thing and tells the device so by itself. A device that forgets now has lost what does not
     * arrive; one that remembers has another chance, and is told {@link Taken} only by a download that was complete.
     */
    record Indicated(Instant at, DeviceId device, Kind kind, String key) implements JournalEntry {}

    /** The frame that completes an alert condition goes out now: an alert's latency is counted from here. */
    record Completed(Instant at, DeviceId device, String key) implements JournalEntry {}

    /** The device was told that the thing is received: from here on it must be found. */
    record Taken(Instant at, DeviceId device, Kind kind, String key) implements JournalEntry {}

    /**
     * A value that a device of a family measured, written before the bytes that say so go out.
     *
     * @param value the number as text
     * @param unit UCUM
     * @param owed whether it must be found; the last values before a device ends need not
     */
    record ValueMeasured(Instant at, DeviceId device, ObservationCode code, String value, String unit, boolean owed)
            implements JournalEntry {
        public ValueMeasured {
            requireNonNull(code, "code");
            requireNonNull(value, "value");
            requireNonNull(unit, "unit");
        }

        @Override
        public String key() {
            return code + " " + value + " " + unit;
        }
    }
}
