package io.maimen.observation.patient;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.MeasurementSource;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;
import java.util.Optional;

/**
 * Whatever this device measured from then to then was measured on this patient. Immutable.
 *
 * @param slot only readings of this user slot; empty for every slot and for devices that keep none
 * @param specimen only this specimen's results; empty for all
 * @param from first moment of measurement it speaks of
 * @param to first moment it no longer speaks of; empty while it has no end. Telling the same id again with an end ends it
 * @param by who said so: a user's name, or the program that did
 */
public record Binding(
        BindingId id,
        DeviceId device,
        Optional<UserSlot> slot,
        Optional<SpecimenId> specimen,
        Instant from,
        Optional<Instant> to,
        PatientId patient,
        Basis basis,
        String by) {

    /** What it rests on. */
    public enum Basis {
        /** Somebody chose or scanned who sits there. */
        SESSION,
        /** A household's list of who uses which slot. */
        SLOT_MAP
    }

    public Binding {
        requireNonNull(id, "id");
        requireNonNull(device, "device");
        requireNonNull(slot, "slot");
        requireNonNull(specimen, "specimen");
        requireNonNull(patient, "patient");
        requireNonNull(basis, "basis");
        from = TimeScale.onScale(from);
        to = to.map(TimeScale::onScale);
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("OBS-052 to must not be before " + from + " but was " + to.get()
                    + "; give the end of the interval");
        }
        if (by.isBlank()) {
            throw new IllegalArgumentException("OBS-053 by must say who made the binding but was blank");
        }
    }

    /** Whether it speaks of what {@code source} measured at {@code measuredAt}; the start is in, the end is not. */
    public boolean covers(MeasurementSource source, Instant measuredAt) {
        return device.equals(source.device())
                && (slot.isEmpty() || slot.equals(source.slot()))
                && (specimen.isEmpty() || specimen.equals(source.specimen()))
                && !measuredAt.isBefore(from)
                && to.map(measuredAt::isBefore).orElse(true);
    }

    /** The same binding with an end. */
    public Binding until(Instant end) {
        return new Binding(id, device, slot, specimen, from, Optional.of(end), patient, basis, by);
    }
}
