package io.maimen.observation.wire;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a gateway is to work by, without who asks for it and when. Immutable; two with the same lists are the same. */
public record DesiredContent(
        List<SlotMap> slotMaps, List<Pack> packs, List<PersonalLimit> thresholds, List<Revocation> revocations) {
    /** Nothing but what the gateway brought with it. */
    public static final DesiredContent NONE = new DesiredContent(List.of(), List.of(), List.of(), List.of());

    public DesiredContent {
        slotMaps = List.copyOf(slotMaps);
        packs = List.copyOf(packs);
        thresholds = List.copyOf(thresholds);
        revocations = List.copyOf(revocations);
    }

    /** Whoever uses this slot of this device. */
    public record SlotMap(DeviceId device, UserSlot slot, PatientId patient) {
        public SlotMap {
            requireNonNull(device, "device");
            requireNonNull(slot, "slot");
            requireNonNull(patient, "patient");
        }
    }

    /**
     * A rule pack as its author wrote it.
     *
     * @param id the same in every version
     * @param version from 1
     * @param yaml docs/rules.md; whether it can be read is for its reader to say
     */
    public record Pack(String id, int version, String yaml) {
        public Pack {
            requireText("id", id);
            requireText("yaml", yaml);
            if (version < 1) {
                throw new IllegalArgumentException("WIRE-008 version must be 1 or more but was " + version);
            }
        }
    }

    /**
     * One patient's own limit in the place of a rule's.
     *
     * @param limit as a pack words it, such as {@code >= 16.7 mmol/L}
     * @param until when it no longer holds
     * @param by who decided
     */
    public record PersonalLimit(PatientId patient, String rule, String limit, Instant until, String by, String reason) {
        public PersonalLimit {
            requireNonNull(patient, "patient");
            requireText("rule", rule);
            requireText("limit", limit);
            until = TimeScale.onScale(requireNonNull(until, "until"));
            requireText("by", by);
            requireText("reason", reason);
        }
    }

    /** Something that must not be served any more: a device by its name, or a driver by its. */
    public record Revocation(Kind kind, String id) {
        private static final Pattern DRIVER = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

        /** What is revoked. */
        public enum Kind {
            DEVICE,
            DRIVER;

            /** Lower case, as the wire and the API write it. */
            public String text() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        public Revocation {
            if (kind == Kind.DEVICE) {
                DeviceId.parse(id);
            } else if (!DRIVER.matcher(id).matches()) {
                throw new IllegalArgumentException("WIRE-008 driver must match " + DRIVER + " but was " + id);
            }
        }
    }

    private static void requireText(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("WIRE-008 " + name + " must be given but was blank");
        }
    }
}
