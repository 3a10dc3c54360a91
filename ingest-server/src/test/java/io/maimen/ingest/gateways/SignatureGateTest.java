package io.maimen.ingest.gateways;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestCredentials;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.ObservationEnvelope;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose signature counts, from the enrolment to its end. */
class SignatureGateTest {
    private static final GatewayId GATEWAY = Measurements.GATEWAY;
    private static final PublicKey KEY = TestCredentials.SIGNING.getPublic();
    private static final String KEY_ID = EnvelopeSignature.keyId(KEY.getEncoded());
    private static final Scope EVERYTHING = new Scope(OrganisationId.ROOT, Set.of(OrganisationId.ROOT));

    private Database clinical;
    private Audit audit;
    private Gateways gateways;

    @BeforeEach
    void enrol(@TempDir Path directory) throws Exception {
        SettableClock clock = new SettableClock(Measurements.NOON);
        clinical = ClinicalDatabase.open(directory);
        audit = Audit.open(clinical, directory);
        ServerIdentity identity = ServerIdentity.open(directory.resolve("identity"), List.of("127.0.0.1"), clock);
        gateways = Gateways.of(clinical, audit, identity, clock, Duration.ofDays(1));
        TestCredentials.enrol(gateways, GATEWAY);
    }

    @AfterEach
    void close() {
        audit.close();
        clinical.close();
    }

    @Test
    void theKeyOfTheEnrolmentCounts() throws Exception {
        assertEquals(Optional.empty(), refusal(envelope()));
    }

    /** A second gateway may use the same key, but not for another's name. */
    @Test
    void anotherGatewaysSignatureDoesNotCount() throws Exception {
        GatewayId other = new GatewayId("clinic-other");
        TestCredentials.enrol(gateways, other);
        ObservationEnvelope envelope = envelope();
        assertRefused(
                "PKI-028",
                new ObservationEnvelope(
                        other, envelope.lane(), envelope.items(), envelope.rawFrames(), envelope.signature()));
    }

    @Test
    void anUnknownGatewaysSignatureDoesNotCount() throws Exception {
        ObservationEnvelope envelope = envelope();
        assertRefused(
                "PKI-027",
                new ObservationEnvelope(
                        new GatewayId("nobody"),
                        envelope.lane(),
                        envelope.items(),
                        envelope.rawFrames(),
                        envelope.signature()));
    }

    @Test
    void afterRevocationNothingCountsButWhatWasSignedBeforeStaysProvable() throws Exception {
        assertTrue(gateways.registry().revoke("test", EVERYTHING, GATEWAY, "stolen"));
        assertRefused("PKI-025", envelope());
        assertEquals(Optional.of(KEY), gateways.keys().key(GATEWAY, KEY_ID));
    }

    @Test
    void anotherEnrolmentTakesTheOldKeysPlace() throws Exception {
        String code = gateways.registry()
                .code("test", EVERYTHING, GATEWAY)
                .orElseThrow()
                .code()
                .text();
        PublicKey next = TestCredentials.keys("Ed25519").getPublic();
        gateways.enrolment().enrol(code, TestCredentials.request(GATEWAY.value()), next.getEncoded(), "test");
        assertRefused("PKI-025", envelope());
        assertEquals(Optional.of(KEY), gateways.keys().key(GATEWAY, KEY_ID));
        assertEquals(Optional.of(next), gateways.keys().key(GATEWAY, EnvelopeSignature.keyId(next.getEncoded())));
    }

    @Test
    void aKeyThatNobodyHasHadIsNotThere() {
        assertEquals(Optional.empty(), gateways.keys().key(GATEWAY, "0123456789abcdef"));
        assertEquals(Optional.empty(), gateways.keys().key(new GatewayId("nobody"), KEY_ID));
    }

    private Optional<String> refusal(ObservationEnvelope envelope) {
        return gateways.signatures().refusal(envelope);
    }

    private void assertRefused(String code, ObservationEnvelope envelope) {
        String refusal = refusal(envelope).orElse("none");
        assertTrue(refusal.startsWith(code + " "), refusal);
    }

    private static ObservationEnvelope envelope() throws Exception {
        return new EnvelopeCodec()
                .fromCbor(Envelopes.of(Lane.VITAL, Measurements.glucose("S-1", "5.1", Measurements.NOON)));
    }
}
