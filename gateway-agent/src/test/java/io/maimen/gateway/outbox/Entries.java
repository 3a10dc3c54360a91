package io.maimen.gateway.outbox;

import io.maimen.observation.Bytes;
import io.maimen.observation.DriverRef;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.wire.OutboxEntry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries for tests; {@code name} tells one from another and stands in the frame as text. */
public final class Entries {
    public static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final DeviceId DEVICE = DeviceId.serial("T-1");

    private Entries() {}

    /** A frame without observations. */
    public static OutboxEntry header(String name) {
        return new OutboxEntry(List.of(frame(name)), List.of());
    }

    /** A glucose result. */
    public static OutboxEntry glucose(String name, String millimolePerLitre) {
        Quantity quantity = new Quantity(new BigDecimal(millimolePerLitre), UcumUnit.MILLIMOLE_PER_LITRE);
        return entry(name, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, NumericValue.exact(quantity));
    }

    /** A block of ECG. */
    public static OutboxEntry block(String name) {
        return entry(
                name,
                Nomenclature.ECG_LEAD_I,
                new SampledValue(
                        new StreamPosition(1, 1, 0),
                        BigDecimal.valueOf(250),
                        new BigDecimal("0.005"),
                        UcumUnit.MILLIVOLT,
                        Samples.of(1, 2, 3),
                        List.of()));
    }

    /** A frame of so many bytes. */
    public static OutboxEntry large(int bytes) {
        RawFrame frame = new RawFrame(Bytes.of(new byte[bytes]), new ReceiveTime(NOON));
        return new OutboxEntry(List.of(frame), List.of());
    }

    /** The name an entry was made with. */
    public static String name(RawFrame frame) {
        return new String(frame.bytes().toArray(), StandardCharsets.UTF_8);
    }

    private static OutboxEntry entry(String name, ObservationCode type, ObservationValue value) {
        RawFrame frame = frame(name);
        Observation observation = new Observation(
                ObservationId.derive(DEVICE, type, Optional.empty(), frame.bytes()),
                MeasurementSource.of(DEVICE),
                type,
                value,
                List.of(),
                Timing.received(frame.receivedAt()),
                Set.of(),
                new Provenance(new DriverRef("test", "1"), List.of(frame.ref()), true));
        return new OutboxEntry(List.of(frame), List.of(observation));
    }

    private static RawFrame frame(String name) {
        return new RawFrame(Bytes.of(name.getBytes(StandardCharsets.UTF_8)), new ReceiveTime(NOON));
    }
}
