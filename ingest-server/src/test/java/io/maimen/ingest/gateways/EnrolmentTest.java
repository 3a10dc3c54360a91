package io.maimen.ingest.gateways;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.TestCredentials;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.identity.IdentityException.Reason;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.ingest.query.AuditQuery;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.SettableClock;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** How a gateway comes by its first certificate and its next, and who does not: each refusal has a code and is audited. */
class EnrolmentTest {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Scope EVERYTHING = new Scope(OrganisationId.ROOT, Set.of(OrganisationId.ROOT));
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static SettableClock clock;
    private static Database clinical;
    private static Audit audit;
    private static Gateways gateways;

    /** A gateway of its own for each test, enrolled. */
    private final GatewayId gateway = new GatewayId("clinic-" + COUNT.incrementAndGet());

    @BeforeAll
    static void open(@TempDir Path directory) throws Exception {
        clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
        clinical = ClinicalDatabase.open(directory);
        audit = Audit.open(clinical, directory);
        ServerIdentity identity = ServerIdentity.open(directory.resolve("identity"), List.of("127.0.0.1"), clock);
        gateways = Gateways.of(clinical, audit, identity, clock, LIFE);
    }

    @AfterAll
    static void close() {
        audit.close();
        clinical.close();
    }

    @BeforeEach
    void enrol() throws Exception {
        TestCredentials.enrol(gateways, gateway);
    }

    @Test
    void aCodeUsedTwiceIsRefused() throws Exception {
        String code = code();
        enrolBy(code);
        assertRefused("PKI-031", Reason.REPLAYED, () -> enrolBy(code));
    }

    @Test
    void aCodeOlderThanADayIsRefused() {
        String code = code();
        clock.advance(GatewayRegistry.CODE_LIFE);
        assertRefused("PKI-032", Reason.EXPIRED, () -> enrolBy(code));
    }

    @Test
    void aCodeOfNobodyAndATextThatIsNoneAreRefused() {
        assertRefused("PKI-030", Reason.WRONG, () -> enrolBy("0000-0000-0000-0000-0000-0000-0000-0000"));
        assertRefused("PKI-001", Reason.WRONG, () -> enrolBy("let me in"));
    }

    @Test
    void aCodeIsForOneGatewayAndARefusedRequestDoesNotUseItUp() throws Exception {
        String code = code();
        byte[] key = TestCredentials.SIGNING.getPublic().getEncoded();
        assertRefused("PKI-011", Reason.WRONG, () -> gateways.enrolment()
                .enrol(code, TestCredentials.request("clinic-other"), key, "test"));
        enrolBy(code);
    }

    @Test
    void whoEnrolsTakesThePlaceOfWhoWasThatGatewayAndTheStandingConnectionIsTold() throws Exception {
        List<GatewayId> ended = new ArrayList<>();
        gateways.registry().onRevoked(ended::add);
        enrolBy(code());
        assertEquals(List.of(gateway), ended);
    }

    /** Also when the last certificate ended long ago: the signing key does not. */
    @Test
    void aGatewayWhoseCertificateHasEndedGetsTheNext() throws Exception {
        clock.advance(LIFE.multipliedBy(100));
        renew(nonce(), TestCredentials.SIGNING);
        KnownGateway known = gateways.registry().list(EVERYTHING).stream()
                .filter(each -> each.id().equals(gateway))
                .findFirst()
                .orElseThrow();
        assertEquals(clock.instant().plus(LIFE), known.certificateUntil().orElseThrow());
        assertTrue(
                lastAudited().getString("action").equals("renewed"),
                lastAudited().encode());
    }

    @Test
    void aNonceUsedTwiceIsRefused() throws Exception {
        String nonce = nonce();
        renew(nonce, TestCredentials.SIGNING);
        assertRefused("PKI-034", Reason.REPLAYED, () -> renew(nonce, TestCredentials.SIGNING));
    }

    @Test
    void aNonceOlderThanTwoMinutesIsRefused() {
        String nonce = nonce();
        clock.advance(Duration.ofMinutes(2).plusSeconds(1));
        assertRefused("PKI-034", Reason.REPLAYED, () -> renew(nonce, TestCredentials.SIGNING));
    }

    @Test
    void aRequestSignedByAnotherKeyIsRefused() throws Exception {
        KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertRefused("PKI-035", Reason.WRONG, () -> renew(nonce(), stranger));
    }

    /** A thief who has only listened has nothing: the signature holds for this nonce and this request. */
    @Test
    void aSignatureOverAnotherNonceIsRefused() throws Exception {
        byte[] earlier = signature(nonce(), TestCredentials.SIGNING);
        assertRefused("PKI-035", Reason.WRONG, () -> gateways.enrolment()
                .renew(gateway, nonce(), TestCredentials.request(gateway.value()), earlier));
    }

    @Test
    void aRevokedGatewayGetsNoCertificateUntilItIsEnrolledAgain() throws Exception {
        gateways.registry().revoke("admin", EVERYTHING, gateway, "stolen");
        assertRefused("PKI-025", Reason.REVOKED, () -> renew(nonce(), TestCredentials.SIGNING));
        enrolBy(code());
        renew(nonce(), TestCredentials.SIGNING);
    }

    @Test
    void aGatewayThatNeverEnrolledGetsNoCertificate() {
        GatewayId unknown = new GatewayId("clinic-unknown");
        String nonce = gateways.enrolment().nonce(unknown).nonce();
        assertRefused("PKI-023", Reason.WRONG, () -> gateways.enrolment()
                .renew(unknown, nonce, TestCredentials.request("clinic-unknown"), new byte[64]));
    }

    private String code() {
        return gateways.registry()
                .code("admin", EVERYTHING, gateway)
                .orElseThrow()
                .code()
                .text();
    }

    private void enrolBy(String code) throws IdentityException {
        byte[] key = TestCredentials.SIGNING.getPublic().getEncoded();
        gateways.enrolment().enrol(code, TestCredentials.request(gateway.value()), key, "test");
    }

    private String nonce() {
        return gateways.enrolment().nonce(gateway).nonce();
    }

    private void renew(String nonce, KeyPair signing) throws IdentityException, GeneralSecurityException {
        String request = TestCredentials.request(gateway.value());
        byte[] signature = signature(nonce + request, signing);
        gateways.enrolment().renew(gateway, nonce, request, signature);
    }

    private static byte[] signature(String text, KeyPair by) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(by.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.sign();
    }

    private static void assertRefused(String code, Reason reason, Executable refused) {
        IdentityException e = assertThrows(IdentityException.class, refused);
        assertEquals(code, e.code(), e.getMessage());
        assertEquals(reason, e.reason());
        JsonObject audited = lastAudited();
        assertEquals("refused", audited.getString("action"), audited.encode());
        assertEquals(reason.text() + ": " + e.getMessage(), audited.getString("detail"));
    }

    private static JsonObject lastAudited() {
        return new AuditQuery(clinical)
                .list(EVERYTHING, 1)
                .getJsonArray("entries")
                .getJsonObject(0);
    }
}
