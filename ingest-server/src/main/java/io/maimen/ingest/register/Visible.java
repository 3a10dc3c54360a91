package io.maimen.ingest.register;

import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.clinical.OwnedReading;
import io.maimen.ingest.clinical.PatientRecords;
import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.GatewayOrganisations;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.series.GatewaySet;
import io.maimen.ingest.series.SeriesStore;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.ObservationId;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.patient.PatientId;

/**
 * What there is for a caller. What belongs to another tree is not there: the refusal is the same as for what nobody has.
 * Blocking; thread-safe.
 */
public final class Visible {
    private final Database clinical;
    private final GatewayOrganisations gateways;
    private final SeriesStore series;

    /** {@code series} knows which gateway brought a device's readings last. */
    public Visible(Database clinical, GatewayOrganisations gateways, SeriesStore series) {
        this.clinical = clinical;
        this.gateways = gateways;
        this.series = series;
    }

    /** A patient who was not merged with another. */
    public Patient patient(Caller who, PatientId id) throws RegisterException {
        Patient found = clinical.reader()
                .inTransaction(handle -> new PatientRecords(handle).find(who.scope(), id))
                .orElseThrow(() -> RegisterException.unknown("patient"));
        if (found.merged().isPresent()) {
            throw RegisterException.merged(id, found.merged().get());
        }
        return found;
    }

    /** A reading of a patient the caller sees, or of nobody from a gateway the caller sees. */
    public OwnedReading reading(Caller who, ObservationId id) throws RegisterException {
        return clinical.reader()
                .inTransaction(handle -> new AssessedReadings(handle)
                        .find(id)
                        .filter(reading -> reading.owner().patient().isPresent()
                                ? new PatientRecords(handle)
                                        .find(
                                                who.scope(),
                                                reading.owner().patient().get())
                                        .isPresent()
                                : sees(who, reading.fact().gateway())))
                .orElseThrow(() -> RegisterException.unknown("reading"));
    }

    /** A device that a gateway of the caller's tree brought last, or that nobody has heard yet. */
    public void requireDevice(Caller who, DeviceId device) throws RegisterException {
        if (series.device(GatewaySet.every(), device)
                .filter(heard -> !sees(who, heard.gateway()))
                .isPresent()) {
            throw RegisterException.unknown("device");
        }
    }

    /** Whether what a gateway brought belongs to the caller's tree while it is no patient's. */
    public boolean sees(Caller who, GatewayId gateway) {
        return who.scope().sees(gateways.of(gateway).orElse(OrganisationId.ROOT));
    }
}
