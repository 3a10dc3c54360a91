package io.maimen.observation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"serial:AN-0001", "serial:a", "serial:A.b_c/d-1", "eui64:0123456789abcdef"})
    void aNameIsReadFromWhatItWrites(String text) {
        assertEquals(text, DeviceId.parse(text).toString());
    }

    @Test
    void aSerialNumberIsTheShortWay() {
        assertEquals(new DeviceId(DeviceId.Scheme.SERIAL, "AN-0001"), DeviceId.serial("AN-0001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "AN-0001",
                "mac:001122334455",
                "SERIAL:AN-0001",
                "serial:",
                "serial:-1",
                "serial:A B",
                "serial:A#",
                "serial:A+",
                "eui64:0123456789ABCDEF",
                "eui64:0123456789abcde",
                "eui64:0123456789abcdef0",
                "serial:A\n"
            })
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> DeviceId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Clinic", "-clinic", "clinic/1", "clinic+", "clinic#"})
    void aGatewaysNameFitsATopicLevel(String value) {
        assertThrows(IllegalArgumentException.class, () -> new GatewayId(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " S1", "S1 "})
    void aSpecimensNumberIsTrimmed(String value) {
        assertThrows(IllegalArgumentException.class, () -> new SpecimenId(value));
    }

    @Test
    void aUserSlotIsOneByte() {
        new UserSlot(0);
        new UserSlot(255);
        assertThrows(IllegalArgumentException.class, () -> new UserSlot(256));
        assertThrows(IllegalArgumentException.class, () -> new UserSlot(-1));
    }
}
