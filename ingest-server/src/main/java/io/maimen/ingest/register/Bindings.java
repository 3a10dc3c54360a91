package io.maimen.ingest.register;

import io.maimen.ingest.clinical.BindingRecords;
import io.maimen.ingest.patient.AdmittedBinding;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.BindingId;
import io.maimen.observation.patient.PatientId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Says who is measured from now on: a clinic's session, a household's slot map. Blocking; thread-safe. */
public final class Bindings {
    private static final int ID_BYTES = 16;

    private final Database clinical;
    private final Visible visible;
    private final FactDesk desk;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Bindings(Database clinical, Visible visible, FactDesk desk, Clock clock) {
        this.clinical = clinical;
        this.visible = visible;
        this.desk = desk;
        this.clock = clock;
    }

    /** Whoever is measured with the device from now on is this patient; ends the session before, and itself after a while. */
    public Binding startSession(Caller who, DeviceId device, PatientId patient, Duration longest)
            throws RegisterException {
        visible.patient(who, patient);
        Instant now = clock.instant();
        Binding session = new Binding(
                newId(),
                device,
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.of(now.plus(longest)),
                patient,
                Binding.Basis.SESSION,
                who.username());
        replace(who, device, now, Bindings::isSession, Optional.of(session));
        return session;
    }

    /** Nobody is measured with the device in a session any more. */
    public void endSession(Caller who, DeviceId device) throws RegisterException {
        replace(who, device, clock.instant(), Bindings::isSession, Optional.empty());
    }

    /** A slot of a device is this patient's from now on, or nobody's. */
    public void mapSlot(Caller who, DeviceId device, UserSlot slot, Optional<PatientId> patient)
            throws RegisterException {
        Instant now = clock.instant();
        Optional<Binding> mapped = Optional.empty();
        if (patient.isPresent()) {
            visible.patient(who, patient.get());
            mapped = Optional.of(new Binding(
                    newId(),
                    device,
                    Optional.of(slot),
                    Optional.empty(),
                    now,
                    Optional.empty(),
                    patient.get(),
                    Binding.Basis.SLOT_MAP,
                    who.username()));
        }
        replace(
                who,
                device,
                now,
                binding -> binding.basis() == Binding.Basis.SLOT_MAP
                        && binding.slot().equals(Optional.of(slot)),
                mapped);
    }

    private void replace(Caller who, DeviceId device, Instant now, Predicate<Binding> ends, Optional<Binding> begins)
            throws RegisterException {
        visible.requireDevice(who, device);
        List<Fact> facts = new ArrayList<>();
        clinical.reader().withHandle(handle -> new BindingRecords(handle).at(device, now)).stream()
                .map(AdmittedBinding::binding)
                .filter(ends)
                .map(binding -> new BindingFact(binding.until(now), Optional.empty(), now))
                .forEach(facts::add);
        begins.ifPresent(binding -> facts.add(new BindingFact(binding, Optional.empty(), now)));
        if (!facts.isEmpty()) {
            desk.tell(facts);
        }
    }

    private static boolean isSession(Binding binding) {
        return binding.basis() == Binding.Basis.SESSION;
    }

    private BindingId newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new BindingId(HexFormat.of().formatHex(id));
    }
}
