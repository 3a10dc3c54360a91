package io.maimen.ingest.query;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.RuleRef;
import io.maimen.alerting.rule.OwnLimit;
import io.maimen.alerting.rule.PatientSubject;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.clinical.LimitRecords;
import io.maimen.ingest.clinical.PatientRecords;
import io.maimen.ingest.security.EnvelopeProof;
import io.maimen.ingest.security.GatewayKeys;
import io.maimen.ingest.security.GatewayOrganisations;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.security.SignatureState;
import io.maimen.ingest.series.GatewaySet;
import io.maimen.ingest.series.SeriesStore;
import io.maimen.ingest.series.StoredObservation;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.RawFrame;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.patient.PatientId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is behind one number: its frames, who signed it, when, and what judged it. Blocking; thread-safe. */
public final class BytesQuery {
    private final SeriesStore series;
    private final Database clinical;
    private final GatewayOrganisations gateways;
    private final GatewayKeys keys;

    public BytesQuery(SeriesStore series, Database clinical, GatewayOrganisations gateways, GatewayKeys keys) {
        this.series = series;
        this.clinical = clinical;
        this.gateways = gateways;
        this.keys = keys;
    }

    /** The answer of {@code /api/observations/{id}/bytes}, docs/api.md; empty where the scope does not see the reading. */
    public Optional<JsonObject> of(Scope scope, ObservationId id) {
        Optional<PatientId> owner = clinical.reader()
                .withHandle(handle -> Optional.ofNullable(
                        new AssessedReadings(handle).owners(List.of(id)).get(id)));
        Optional<JsonObject> patient = owner.flatMap(one -> clinical.reader()
                .inTransaction(
                        handle -> new PatientRecords(handle).find(scope, one).map(PatientJson::reference)));
        return series.observation(id)
                .map(StoredObservation::fact)
                .filter(fact -> owner.isPresent() ? patient.isPresent() : broughtWithin(scope, fact))
                .map(fact -> BytesJson.of(fact, frames(fact), signature(fact), judgedBy(scope, fact), patient));
    }

    private boolean broughtWithin(Scope scope, ObservedFact fact) {
        return scope.sees(gateways.of(fact.gateway()).orElse(OrganisationId.ROOT));
    }

    /** Whoever sees the reading sees the frames it was read from, whichever gateway brought them first. */
    private List<RawFrame> frames(ObservedFact fact) {
        return fact.observation().provenance().rawFrames().stream()
                .flatMap(ref -> series.frame(GatewaySet.every(), ref).stream())
                .toList();
    }

    private BytesJson.Signed signature(ObservedFact fact) {
        Optional<EnvelopeFact> envelope =
                fact.proof().map(ItemProof::envelopeSha256).flatMap(series::envelope);
        SignatureState state = EnvelopeProof.of(fact, envelope, keys);
        return new BytesJson.Signed(state, envelope);
    }

    private List<BytesJson.Judged> judgedBy(Scope scope, ObservedFact fact) {
        Observation observation = fact.observation();
        return clinical.reader().inTransaction(handle -> new AlertRecords(handle)
                .judging(observation.id(), scope).stream()
                        .map(alert -> new BytesJson.Judged(
                                alert, rule(handle, alert, observation.timing().measuredAt())))
                        .toList());
    }

    /** The alert names the limit that opened it; a later reading may have been held to another. */
    private static RuleRef rule(Handle handle, Alert alert, Instant measuredAt) {
        RuleRef opened = alert.rule();
        return alert.subject() instanceof PatientSubject known
                ? OwnLimit.inForce(new LimitRecords(handle).of(known.patient()), opened.id(), measuredAt)
                        .map(opened::under)
                        .orElse(opened)
                : opened;
    }
}
