package io.maimen.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.device.GatewayId;
import io.maimen.observation.key.Pem;
import io.maimen.observation.time.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers a gateway believes. */
class ServerTrustTest {
    private static final Instant FROM = Instant.parse("2025-03-01T12:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofMinutes(10));
    private static final X509Certificate AUTHORITY = TestAuthority.INSTANCE.certificate();

    private final SettableClock clock = new SettableClock(FROM);
    private final ServerTrust trust = ServerTrust.pinned(AUTHORITY, clock);

    @Test
    void aServerOfOurCaIsBelievedWhileItsCertificateHolds() throws Exception {
        X509Certificate[] shown = server();
        assertDoesNotThrow(() -> check(trust, shown));
        clock.set(UNTIL);
        assertDoesNotThrow(() -> check(trust, shown));
        clock.set(UNTIL.plusSeconds(1));
        assertRefused("PKI-052", trust, shown);
        clock.set(FROM.minusSeconds(1));
        assertRefused("PKI-052", trust, shown);
    }

    /** Whoever asks what time it is cannot know yet that its own clock is wrong. */
    @Test
    void whoAsksForTheTimeBelievesAServerOfOurCaAtAnyTime() throws Exception {
        assertDoesNotThrow(() -> check(ServerTrust.timeless(AUTHORITY::equals), server()));
    }

    @Test
    void aServerOfAnotherCaIsNotBelieved() throws Exception {
        assertRefused("PKI-051", ServerTrust.timeless(authority -> false), server());
    }

    /** It shows our CA's certificate, which everybody may have, but its own is not signed by it. */
    @Test
    void aServerThatBorrowsOurCaIsNotBelieved() throws Exception {
        assertRefused("PKI-051", trust, new X509Certificate[] {TestAuthority.another(), AUTHORITY});
    }

    @Test
    void aServerThatDoesNotShowItsCaIsNotBelieved() throws Exception {
        assertRefused("PKI-051", trust, new X509Certificate[] {server()[0]});
    }

    /** Another gateway of our server must not be able to play the server. */
    @Test
    void aGatewaysCertificateIsNoServers(@TempDir Path directory) throws Exception {
        TestAuthority.INSTANCE.enrol(directory, new GatewayId("clinic-other"), FROM, UNTIL);
        X509Certificate gateway = Pem.certificate(Files.readString(directory.resolve("identity/client.pem")));
        assertRefused("PKI-051", trust, new X509Certificate[] {gateway, AUTHORITY});
    }

    private static X509Certificate[] server() throws Exception {
        return TestAuthority.INSTANCE.serverChain(FROM, UNTIL);
    }

    private static void check(ServerTrust trust, X509Certificate... shown) throws CertificateException {
        trust.checkServerTrusted(shown, "ECDHE_ECDSA");
    }

    private static void assertRefused(String code, ServerTrust trust, X509Certificate... shown) {
        CertificateException e = assertThrows(CertificateException.class, () -> check(trust, shown));
        assertTrue(e.getMessage().startsWith(code), e.getMessage());
    }
}
