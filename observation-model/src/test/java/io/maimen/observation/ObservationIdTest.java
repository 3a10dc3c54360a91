package io.maimen.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.DeviceTime;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationIdTest {
    private static final DeviceId DEVICE = DeviceId.serial("AN-0001");
    private static final ObservationCode TYPE = new MdcCode(160184);
    private static final Optional<DeviceTime> TIME = at("2025-03-14T09:26:50", "Asia/Shanghai");
    private static final Bytes KEY = key("S-000123 5.00 mmol/L F");

    /** Bound to the byte, because logs and servers hold such identities: another way to derive would store twice. */
    @Test
    void theSameMeasurementHasTheSameIdentityForEver() {
        assertEquals(
                "691d0252c915fc04e4b15dce82ba364a",
                ObservationId.derive(DEVICE, TYPE, TIME, KEY).hex());
    }

    @Test
    void anythingThatMakesAnotherMeasurementMakesAnotherIdentity() {
        ObservationId id = ObservationId.derive(DEVICE, TYPE, TIME, KEY);
        assertNotEquals(id, ObservationId.derive(DeviceId.serial("AN-0002"), TYPE, TIME, KEY));
        assertNotEquals(id, ObservationId.derive(DEVICE, new LoincCode("6298-4"), TIME, KEY));
        assertNotEquals(id, ObservationId.derive(DEVICE, TYPE, at("2025-03-14T09:26:51", "Asia/Shanghai"), KEY));
        assertNotEquals(id, ObservationId.derive(DEVICE, TYPE, Optional.empty(), KEY));
        assertNotEquals(id, ObservationId.derive(DEVICE, TYPE, TIME, key("S-000123 5.0 mmol/L F")));
    }

    /** Two gateways may assume different zones for one device; its own clock reading is what counts. */
    @Test
    void theAssumedOffsetIsNoPartOfTheMeasurement() {
        assertEquals(
                ObservationId.derive(DEVICE, TYPE, TIME, KEY),
                ObservationId.derive(DEVICE, TYPE, at("2025-03-14T09:26:50", "UTC"), KEY));
    }

    @Property(tries = 200)
    void partsCannotFlowIntoOneAnother(
            @ForAll @AlphaChars @StringLength(min = 2, max = 20) String text,
            @ForAll @IntRange(min = 1, max = 19) int cut) {
        int first = Math.min(cut, text.length() - 1);
        // The same letters, with the border between device and key elsewhere.
        ObservationId whole = ObservationId.derive(DeviceId.serial(text), TYPE, Optional.empty(), key(""));
        ObservationId split = ObservationId.derive(
                DeviceId.serial(text.substring(0, first)), TYPE, Optional.empty(), key(text.substring(first)));
        assertNotEquals(whole, split);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00112233445566778899aabbccddeef",
                "00112233445566778899aabbccddeeff0",
                "00112233445566778899AABBCCDDEEFF",
                "00112233445566778899aabbccddeefg"
            })
    void anythingButThirtyTwoLowerCaseHexDigitsIsRefused(String hex) {
        assertThrows(IllegalArgumentException.class, () -> new ObservationId(hex));
    }

    private static Optional<DeviceTime> at(String reported, String zone) {
        return Optional.of(DeviceTime.at(LocalDateTime.parse(reported), ZoneId.of(zone)));
    }

    private static Bytes key(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
