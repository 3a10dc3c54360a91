package io.maimen.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.schedule.ManualScheduler;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.key.Ed25519;
import io.maimen.observation.key.Pem;
import io.maimen.observation.time.SettableClock;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate of 90 minutes, a server that is a method, and time that passes when the test says so. */
class RenewalTest {
    private static final GatewayId GATEWAY = new GatewayId("clinic-demo");
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(90);
    private static final Duration TWO_THIRDS = Duration.ofMinutes(60);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    /** The gateway's, which may be wrong; the server's is ahead of it by so much. */
    private final SettableClock clock = new SettableClock(NOON);

    private Duration serverAhead = Duration.ZERO;
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final List<String> asked = new ArrayList<>();
    private Optional<Exception> failure = Optional.empty();
    private String given = "";
    private Optional<String> desiredKey = Optional.empty();
    private GatewayIdentity identity;
    private Renewal renewal;

    @BeforeEach
    void enrol() throws Exception {
        TestAuthority.INSTANCE.enrol(directory, GATEWAY, NOON, NOON.plus(LIFE));
        restart();
    }

    private void restart() throws IdentityException {
        identity = GatewayIdentity.open(directory, GATEWAY, clock);
        renewal = new Renewal(identity, this::answer, new SplittableRandom(1), scheduler, Runnable::run);
    }

    private JsonObject answer(String path, JsonObject question) throws IdentityException, IOException {
        asked.add(path);
        if (failure.isPresent() && failure.get() instanceof IOException unreachable) {
            throw unreachable;
        }
        Instant now = clock.instant().plus(serverAhead);
        if (path.endsWith("nonce")) {
            return new JsonObject().put("nonce", "n-" + asked.size()).put("serverTime", now.toString());
        }
        if (failure.isPresent() && failure.get() instanceof IdentityException refused) {
            throw refused;
        }
        String request = question.getString("certificateRequest");
        assertTrue(signed("n-" + (asked.size() - 1) + request, question.getString("signature")));
        return new JsonObject()
                .put("desiredKey", desiredKey.orElse(null))
                .put(
                        "certificate",
                        given.isEmpty() ? TestAuthority.INSTANCE.issue(request, now, now.plus(LIFE)) : given);
    }

    /** By the key that the enrolment left, as the server knows it: what the gateway signs twice is the same twice. */
    private boolean signed(String text, String signature) {
        try {
            PrivateKey own = Pem.key("Ed25519", Files.readString(directory.resolve("identity/signing.key")));
            byte[] expected = Ed25519.sign(own, text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(expected).equals(signature);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Each second for so long, as the gateway does. */
    private void run(Duration time, boolean connected) {
        for (long second = 0; second < time.toSeconds(); second++) {
            renewal.tick(connected);
            scheduler.advance(Duration.ofSeconds(1));
        }
        renewal.tick(connected);
    }

    private long renewals() {
        return asked.stream().filter("/api/gateway/renew"::equals).count();
    }

    @Test
    void theCertificateIsRenewedAtTwoThirdsOfItsLifeAndNotBefore() {
        run(TWO_THIRDS.minusSeconds(1), true);
        assertEquals(List.of("/api/gateway/nonce"), asked);
        run(Duration.ofSeconds(1), true);
        assertEquals(1, renewals());
        assertEquals(NOON.plus(TWO_THIRDS).plus(LIFE), renewal.status().certificateUntil());
        run(TWO_THIRDS.minusSeconds(5), true);
        assertEquals(1, renewals());
    }

    @Test
    void theNewCertificateIsOnDiskAndServesAfterARestart() throws Exception {
        run(TWO_THIRDS, true);
        restart();
        assertEquals(NOON.plus(TWO_THIRDS).plus(LIFE), renewal.status().certificateUntil());
        identity.sockets();
    }

    @ParameterizedTest
    @ValueSource(ints = {-365, 365})
    void aClockThatIsAYearWrongDoesNotMakeAGoodCertificateBad(int days) {
        serverAhead = Duration.ofDays(-days);
        clock.set(NOON.plusSeconds(60).minus(serverAhead));
        run(Duration.ofSeconds(1), true);
        assertEquals(List.of("/api/gateway/nonce"), asked);
        assertEquals(serverAhead, renewal.status().clockOffset().orElseThrow());
        assertTrue(renewal.status().isClockWrong());
    }

    @ParameterizedTest
    @ValueSource(ints = {-365, 0, 365})
    void aCertificateThatHasEndedIsRenewedWhateverOurClockSays(int days) {
        Instant now = NOON.plus(Duration.ofDays(200));
        serverAhead = Duration.ofDays(-days);
        clock.set(now.minus(serverAhead));
        run(Duration.ofSeconds(1), false);
        assertEquals(1, renewals());
        assertEquals(now.plus(LIFE), renewal.status().certificateUntil());
    }

    /** The server took us with the certificate we have; that it would be wrong to ask every second is what back-off is for. */
    @Test
    void aFailureChangesNothingAndIsTriedAgainLaterAndLater() throws Exception {
        String before = Files.readString(directory.resolve("identity/client.pem"));
        run(TWO_THIRDS.minusSeconds(5), true);
        failure = Optional.of(new IOException("PKI-053 not reached"));
        asked.clear();
        run(Duration.ofMinutes(10), true);
        assertTrue(asked.size() > 10 && asked.size() < 30, "asked " + asked.size() + " times in ten minutes");
        assertEquals("PKI-053 not reached", renewal.status().trouble().orElseThrow());
        assertEquals(NOON.plus(LIFE), renewal.status().certificateUntil());
        assertEquals(before, Files.readString(directory.resolve("identity/client.pem")));
        failure = Optional.empty();
        run(LONGEST_WAIT, true);
        assertEquals(1, renewals());
        assertEquals(Optional.empty(), renewal.status().trouble());
    }

    @Test
    void aRefusalIsSaidInTheServersWordsAndTriedAgain() {
        failure = Optional.of(new IdentityException("PKI-025 gateway must not be revoked"));
        run(TWO_THIRDS, true);
        assertEquals(
                "PKI-025 gateway must not be revoked",
                renewal.status().trouble().orElseThrow());
        failure = Optional.empty();
        run(LONGEST_WAIT, true);
        assertEquals(Optional.empty(), renewal.status().trouble());
    }

    @Test
    void whileTheServerIsAwayOnlyACertificateThatIsDueIsATrouble() {
        failure = Optional.of(new IOException("PKI-053 not reached"));
        run(Duration.ofSeconds(10), false);
        assertEquals(Optional.empty(), renewal.status().trouble());
        assertEquals(Optional.empty(), renewal.status().clockOffset());
    }

    @Test
    void aCertificateForAnotherKeyIsNotTaken() throws Exception {
        Path other = directory.resolve("other");
        TestAuthority.INSTANCE.enrol(other, GATEWAY);
        given = Files.readString(other.resolve("identity/client.pem"));
        run(TWO_THIRDS, true);
        assertTrue(renewal.status().trouble().orElseThrow().startsWith("PKI-056 "));
        assertEquals(NOON.plus(LIFE), renewal.status().certificateUntil());
    }

    @Test
    void whatIsNoCertificateIsNotTaken() throws Exception {
        given = "nothing";
        run(TWO_THIRDS, true);
        assertTrue(renewal.status().trouble().orElseThrow().startsWith("PKI-056 "));
        restart();
        assertEquals(NOON.plus(LIFE), renewal.status().certificateUntil());
    }

    @Test
    void aGatewayEnrolledBeforeThereWereDesiredStatesLearnsTheKeyWithItsNextCertificate() throws Exception {
        KeyPair server = Ed25519.newKeys();
        desiredKey = Optional.of(base64(server));
        assertEquals(Optional.empty(), DesiredKey.find(directory));
        run(TWO_THIRDS, true);
        byte[] state = {1, 2, 3};
        assertTrue(DesiredKey.find(directory).orElseThrow().verifies(state, Ed25519.sign(server.getPrivate(), state)));
    }

    @Test
    void aKeyThatIsKnownIsNotReplaced() throws Exception {
        String known = base64(Ed25519.newKeys());
        Path file = Files.writeString(directory.resolve("identity/desired.pub"), known);
        desiredKey = Optional.of(base64(Ed25519.newKeys()));
        run(TWO_THIRDS, true);
        assertEquals(1, renewals());
        assertEquals(known, Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64!", "AAAA"})
    void whatIsNoKeyIsNotKeptAndTheNewCertificateHolds(String none) throws Exception {
        desiredKey = Optional.of(none);
        run(TWO_THIRDS, true);
        assertEquals(Optional.empty(), DesiredKey.find(directory));
        assertEquals(NOON.plus(TWO_THIRDS).plus(LIFE), renewal.status().certificateUntil());
    }

    private static String base64(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    @Test
    void theServersClockIsOursAndTheDifference() {
        ServerClock server = new ServerClock(Clock.fixed(NOON, clock.getZone()));
        assertEquals(NOON, server.instant());
        server.set(NOON.plusSeconds(90));
        assertEquals(NOON.plusSeconds(90), server.instant());
        assertEquals(NOON.plusSeconds(90), server.withZone(clock.getZone()).instant());
    }
}
