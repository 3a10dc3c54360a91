package io.maimen.driver.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.FakeSession;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Bytes;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.device.UserSlot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScaleProtocolsTest {
    /** Control, 2026-11-01 08:30:15, no impedance, 13 100 two-hundredths of a kilogram. */
    private static final String XIAOMI = " EA07 0B 01 08 1E 0F 0000 2C33";

    private final FakeSession xiaomi = new FakeSession(new XiaomiScaleDriver(), Map.of()).connect();
    private final FakeSession medisana = new FakeSession(new MedisanaScaleDriver(), Map.of()).connect();

    @Test
    void aWeightAtRestIsOneReadingHoweverOftenItIsRepeated() {
        // bit 5 of the second byte: stabilised
        for (String control : List.of("02 04", "02 20", "02 20", "02 A0")) {
            xiaomi.send(XiaomiScaleProtocol.NOTIFICATIONS, FakeSession.hex(control + XIAOMI));
        }
        assertEquals(2, xiaomi.observations.size());
        assertEquals(xiaomi.observations.get(0).id(), xiaomi.observations.get(1).id());
        assertEquals("65.500 kg", quantity(xiaomi.observations.get(0)));
        assertEquals(
                Instant.parse("2026-11-01T00:30:15Z"),
                xiaomi.observations.get(0).timing().measuredAt());
    }

    @Test
    void poundsStayPoundsAndAJinIsHalfAKilogram() {
        xiaomi.send(XiaomiScaleProtocol.NOTIFICATIONS, FakeSession.hex("03 20" + XIAOMI));
        xiaomi.send(XiaomiScaleProtocol.NOTIFICATIONS, FakeSession.hex("02 60" + XIAOMI));
        assertEquals("131.00 [lb_av]", quantity(xiaomi.observations.get(0)));
        assertEquals("65.500 kg", quantity(xiaomi.observations.get(1)));
    }

    @Test
    void theMedisanaScaleIsToldTheTimeAndNamesItsUser() {
        // 2026-11-02 12:41:00, wall time of the place, is 531 319 260 seconds after 2010 began
        assertEquals(
                new Write(MedisanaScaleProtocol.COMMAND, Bytes.of(FakeSession.hex("02 DC49AB1F"))), medisana.last());
        // flags, 6550 hundredths, the same second, a resistance, user 2
        medisana.send(MedisanaScaleProtocol.WEIGHT, FakeSession.hex("1D 961900FE DC49AB1F 6A1700FF 02 09 00000000"));
        Observation weight = medisana.observations.get(0);
        assertEquals("65.50 kg", quantity(weight));
        assertEquals(Optional.of(new UserSlot(2)), weight.source().slot());
        assertEquals(FakeSession.NOW, weight.timing().measuredAt());
    }

    @Test
    void aWeightThatIsNoNumberIsAReason() {
        medisana.send(MedisanaScaleProtocol.WEIGHT, FakeSession.hex("1D FFFF7F00 DC49AB1F 6A1700FF 02 09 00000000"));
        assertInstanceOf(AbsentValue.class, medisana.observations.get(0).value());
    }

    @Test
    void theSigsLayoutUnderTheSameNumberIsRefused() {
        xiaomi.send(XiaomiScaleProtocol.NOTIFICATIONS, FakeSession.hex("02 00 0F 01"));
        assertEquals("SCA-001", xiaomi.rejects.get(0).error().code());
    }

    @Property(tries = 200)
    void noBytesThrow(@ForAll byte[] noise) {
        xiaomi.send(XiaomiScaleProtocol.NOTIFICATIONS, noise).disconnect();
        medisana.send(MedisanaScaleProtocol.WEIGHT, noise).disconnect();
        assertTrue(xiaomi.closed().isEmpty());
    }

    private static String quantity(Observation observation) {
        return assertInstanceOf(NumericValue.class, observation.value())
                .quantity()
                .toString();
    }
}
