package io.maimen.simulator.device.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.simulator.device.line.DeviceFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceFamiliesTest {
    private final List<DeviceFamily> installed = DeviceFamilies.installed().all();

    @Test
    void twoFamiliesOfOneNameAreRefused() {
        DeviceFamily first = installed.get(0);

        IllegalStateException refusal = assertThrows(
                IllegalStateException.class, () -> new DeviceFamilies(List.of(first, installed.get(1), first)));

        assertTrue(refusal.getMessage().startsWith("SIM-055"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(first.name()), refusal.getMessage());
    }

    @Test
    void familiesAreNamedEachOnceInTheOrderAsked() {
        String first = installed.get(0).name();
        String second = installed.get(1).name();

        List<DeviceFamily> named = DeviceFamilies.installed().named(List.of(second + "," + first, second));

        assertEquals(List.of(second, first), names(named));
        assertEquals(names(installed), names(DeviceFamilies.installed().named(List.of("all"))));
    }

    @Test
    void nameThatNoFamilyHasIsRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> DeviceFamilies.installed().named(List.of("no-such-device")));

        assertTrue(refusal.getMessage().startsWith("SIM-053"), refusal.getMessage());
    }

    private static List<String> names(List<DeviceFamily> families) {
        return families.stream().map(DeviceFamily::name).toList();
    }
}
