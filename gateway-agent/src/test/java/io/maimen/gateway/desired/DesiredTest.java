package io.maimen.gateway.desired;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.pack.RulePacks;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.FakeConnection;
import io.maimen.gateway.identity.DesiredKey;
import io.maimen.log.DurableValue;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.observation.Bytes;
import io.maimen.observation.DriverRef;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.Provenance;
import io.maimen.observation.Quantity;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.wire.DesiredContent;
import io.maimen.observation.wire.DesiredContent.Pack;
import io.maimen.observation.wire.DesiredContent.PersonalLimit;
import io.maimen.observation.wire.DesiredContent.Revocation;
import io.maimen.observation.wire.DesiredContent.SlotMap;
import io.maimen.observation.wire.DesiredState;
import io.maimen.observation.wire.DesiredStateCodec;
import io.maimen.observation.wire.Reported;
import io.maimen.observation.wire.ReportedCodec;
import io.maimen.observation.wire.SignedState;
import io.maimen.observation.wire.SignedStateCodec;
import java.math.BigDecimal;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DesiredTest {
    private static final GatewayId GATEWAY = new GatewayId("clinic-taowan");
    private static final DeviceId ANALYSER = DeviceId.serial("AN-0001");
    private static final DeviceId CUFF = DeviceId.serial("BP-0001");
    private static final Instant NOON = Instant.parse("2025-03-01T04:00:00Z");
    private static final Pack PACK = new Pack("poct-critical", 1, RulePacks.shippedText("poct-critical"));

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private KeyPair server;
    private Optional<DesiredKey> known = Optional.empty();
    private Desired desired;

    @BeforeEach
    void open() throws Exception {
        server = newPair();
        known = Optional.of(key());
        desired = opened();
    }

    private static KeyPair newPair() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private Desired opened() throws Exception {
        return Desired.open(GATEWAY, () -> known, new DurableValue(disk, "state"));
    }

    private DesiredKey key() throws Exception {
        return DesiredKey.of(server.getPublic().getEncoded());
    }

    private static DesiredContent revoking(String device) {
        return new DesiredContent(
                List.of(), List.of(PACK), List.of(), List.of(new Revocation(Revocation.Kind.DEVICE, device)));
    }

    private static byte[] signed(GatewayId gateway, int version, DesiredContent content, PrivateKey by)
            throws Exception {
        byte[] state = new DesiredStateCodec().toCbor(new DesiredState(gateway, version, NOON, content));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(by);
        signature.update(SignedState.signed(state));
        return new SignedStateCodec().toCbor(new SignedState(Bytes.of(state), Bytes.of(signature.sign())));
    }

    private Reported hears(int version, DesiredContent content) throws Exception {
        return hears(signed(GATEWAY, version, content, server.getPrivate()));
    }

    private Reported hears(byte[] bytes) throws Exception {
        return new ReportedCodec().fromCbor(desired.heard(bytes));
    }

    /** Nothing of what was heard holds: the version before is worked by, kept, and reported with the reason. */
    private void expectRefused(String code, Reported reported) throws Exception {
        assertEquals(3, reported.version());
        assertTrue(reported.refusal().orElseThrow().startsWith(code), reported::toString);
        assertEquals(DesiredStatus.State.REFUSED, desired.status().state());
        assertFalse(desired.serves(ANALYSER, "astm"), "what version 3 says holds");
        assertEquals(desired.bytes(), opened().bytes());
    }

    @Test
    void aGatewayThatHeardNothingWorksByWhatItCameWith() {
        assertEquals(new DesiredStatus(0, Optional.empty()), desired.status());
        assertEquals(DesiredStatus.State.NONE, desired.status().state());
        assertTrue(desired.serves(ANALYSER, "astm"));
    }

    @Test
    void whatIsAppliedIsReportedAndHoldsAfterARestart() throws Exception {
        assertEquals(new Reported(3, Optional.empty()), hears(3, revoking("serial:AN-0001")));
        assertFalse(desired.serves(ANALYSER, "astm"));
        desired = opened();
        assertEquals(new DesiredStatus(3, Optional.empty()), desired.status());
        assertFalse(desired.serves(ANALYSER, "astm"));
    }

    @Test
    void afterDaysOfflineTheNewestIsTakenWithoutThoseBetween() throws Exception {
        hears(3, revoking("serial:AN-0001"));
        desired = opened();
        assertEquals(new Reported(41, Optional.empty()), hears(41, revoking("serial:AN-0666")));
        assertTrue(desired.serves(ANALYSER, "astm"));
    }

    @Test
    void aPackThatCannotBeReadRefusesEverything() throws Exception {
        hears(3, revoking("serial:AN-0001"));
        Pack broken = new Pack("poct-critical", 2, PACK.yaml().replace("rules:", "rulez:"));
        expectRefused("GW-084", hears(4, new DesiredContent(List.of(), List.of(PACK, broken), List.of(), List.of())));
    }

    @Test
    void aPackUnderAnothersNameRefusesEverything() throws Exception {
        hears(3, revoking("serial:AN-0001"));
        Pack renamed = new Pack("poct-critical", 2, PACK.yaml());
        expectRefused("GW-084", hears(4, new DesiredContent(List.of(), List.of(renamed), List.of(), List.of())));
    }

    @Test
    void aLimitThatCannotBeReadRefusesEverything() throws Exception {
        hears(3, revoking("serial:AN-0001"));
        PersonalLimit vague =
                new PersonalLimit(new PatientId("p-0001"), "glucose-high", "rather high", NOON, "wang", "because");
        expectRefused("GW-084", hears(4, new DesiredContent(List.of(), List.of(), List.of(vague), List.of())));
    }

    /** Slot 1 of the cuff is Wang's, who has a limit of her own for one rule; slot 2 is Li's, who has none. */
    @Test
    void theLaneIsChosenByTheLimitsOfWhoeverTheSlotMapNames() throws Exception {
        assertTrue(desired.mayAlarm(pressure(1, "180")), "as the packs say, while nothing was heard");
        hears(3, limiting(">= 200/120 mm[Hg]"));
        assertFalse(desired.mayAlarm(pressure(1, "199")));
        assertTrue(desired.mayAlarm(pressure(1, "200")));
        assertTrue(desired.mayAlarm(pressure(2, "180")), "another's limit");
        assertTrue(desired.mayAlarm(pressure(3, "180")), "a slot nobody was named for");

        expectRefusedLimits(limiting("rather high"));
        assertFalse(desired.mayAlarm(pressure(1, "199")), "what was refused changes nothing");
        desired = opened();
        assertFalse(desired.mayAlarm(pressure(1, "199")), "after a restart too");
        hears(4, limiting(">= 190/120 mm[Hg]"));
        assertTrue(desired.mayAlarm(pressure(1, "199")));
    }

    @Test
    void aLimitThatIsOverWhenItWasMeasuredDoesNotChooseTheLane() throws Exception {
        hears(3, limiting(">= 200/120 mm[Hg]", NOON));
        assertTrue(desired.mayAlarm(pressure(1, "180")), "measured at noon");
    }

    private void expectRefusedLimits(DesiredContent content) throws Exception {
        assertTrue(hears(4, content).refusal().orElseThrow().startsWith("GW-084"));
    }

    private static DesiredContent limiting(String crisis) {
        return limiting(crisis, NOON.plusSeconds(1));
    }

    /** For each rule that calls somebody at 180/110. */
    private static DesiredContent limiting(String crisis, Instant until) {
        PatientId wang = new PatientId("p-wang");
        return new DesiredContent(
                List.of(
                        new SlotMap(CUFF, new UserSlot(1), wang),
                        new SlotMap(CUFF, new UserSlot(2), new PatientId("p-liii"))),
                List.of(),
                List.of(
                        new PersonalLimit(wang, "bp-crisis", crisis, until, "dr-chen", "stable"),
                        new PersonalLimit(wang, "bp-crisis-symptom", crisis, until, "dr-chen", "stable")),
                List.of());
    }

    /** Measured at noon. */
    private static Observation pressure(int slot, String systolic) {
        DeviceTime noon = DeviceTime.of(NOON);
        ObservationCode code = Nomenclature.BLOOD_PRESSURE_SYSTOLIC;
        Quantity quantity = new Quantity(new BigDecimal(systolic), new UcumUnit("mm[Hg]"));
        return new Observation(
                ObservationId.derive(CUFF, code, Optional.of(noon), Bytes.of(new byte[] {(byte) slot})),
                new MeasurementSource(CUFF, Optional.of(new UserSlot(slot)), Optional.empty()),
                code,
                NumericValue.exact(quantity),
                List.of(),
                Timing.of(noon, new ReceiveTime(NOON.plusSeconds(1))),
                Set.of(),
                new Provenance(new DriverRef("blood-pressure", "1"), List.of(), true));
    }

    @Test
    void aRollbackIsRefusedAndSoIsAnotherContentUnderTheSameVersion() throws Exception {
        hears(3, revoking("serial:AN-0001"));
        expectRefused("GW-083", hears(2, DesiredContent.NONE));
        expectRefused("GW-083", hears(3, DesiredContent.NONE));
        assertEquals(new Reported(3, Optional.empty()), hears(3, revoking("serial:AN-0001")));
    }

    @Test
    void anothersSignatureIsRefused() throws Exception {
        hears(3, revoking("serial:AN-0001"));
        expectRefused(
                "GW-081",
                hears(signed(GATEWAY, 4, DesiredContent.NONE, newPair().getPrivate())));
    }

    @Test
    void whatWasChangedOnTheWayIsRefused() throws Exception {
        hears(3, revoking("serial:AN-0001"));
        byte[] bytes = signed(GATEWAY, 4, revoking("serial:AN-0002"), server.getPrivate());
        for (int at = 0; at < bytes.length; at += 101) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertFalse(hears(changed).applied(), "byte " + at);
        }
        assertEquals(3, desired.status().version());
    }

    @Test
    void anotherGatewaysStateIsRefused() throws Exception {
        hears(3, revoking("serial:AN-0001"));
        expectRefused(
                "GW-082", hears(signed(new GatewayId("clinic-other"), 4, DesiredContent.NONE, server.getPrivate())));
    }

    @Test
    void withoutTheServersKeyNothingIsBelieved() throws Exception {
        known = Optional.empty();
        Reported reported = hears(1, revoking("serial:AN-0001"));
        assertEquals(0, reported.version());
        assertTrue(reported.refusal().orElseThrow().startsWith("GW-080"));

        known = Optional.of(key());
        assertEquals(new Reported(1, Optional.empty()), hears(1, revoking("serial:AN-0001")), "a renewal brought it");
    }

    @Test
    void onAFullDiskTheOneBeforeHolds() throws Exception {
        hears(3, revoking("serial:AN-0001"));
        disk.setCapacity(0);
        expectRefused("GW-085", hears(4, DesiredContent.NONE));
        disk.setCapacity(Long.MAX_VALUE);
        assertEquals(new Reported(4, Optional.empty()), hears(4, DesiredContent.NONE));
    }

    @Test
    void aRevokedDeviceLosesItsConnectionAndGetsNoOther() throws Exception {
        List<String> heard = new ArrayList<>();
        RevocableAcceptor door = RevocableAcceptor.of(
                desired,
                ANALYSER,
                "astm",
                connection -> {
                    heard.add("accepted");
                    return new Recording(heard);
                },
                Runnable::run);
        FakeConnection first = new FakeConnection();
        ConnectionListener listener = door.accept(first);

        hears(3, revoking("serial:AN-0001"));
        assertEquals(List.of("close the device or its driver is revoked"), first.done());
        listener.closed("gone");

        FakeConnection second = new FakeConnection();
        door.accept(second);
        assertEquals(List.of("close the device or its driver is revoked"), second.done());
        assertEquals(List.of("accepted", "closed"), heard);

        hears(4, DesiredContent.NONE);
        FakeConnection third = new FakeConnection();
        door.accept(third);
        assertEquals(List.of(), third.done());
    }

    @Test
    void aRevokedDriverServesNobody() throws Exception {
        hears(
                3,
                new DesiredContent(
                        List.of(), List.of(), List.of(), List.of(new Revocation(Revocation.Kind.DRIVER, "astm"))));
        assertFalse(desired.serves(ANALYSER, "astm"));
        assertTrue(desired.serves(ANALYSER, "senml"));
    }
}
