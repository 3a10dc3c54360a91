package io.maimen.simulator.device.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.fault.line.LineFault;
import io.maimen.simulator.fault.line.LineFaults;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MisbehaviourTest {
    private static final List<DeviceFamily> TWO = DeviceFamilies.installed().named(List.of("astm", "blood-pressure"));

    @Test
    void aHabitIsOfThoseFamiliesThatHaveItAndAFaultOfAll() {
        Misbehaviour misbehaviour = parsed("--habit=asks", "--habit=fails", "--fault=lost", "--fault=drift=7");
        misbehaviour.check(TWO);
        assertEquals(Set.of("asks"), misbehaviour.habitsOf(TWO.get(0)));
        assertEquals(Set.of("fails"), misbehaviour.habitsOf(TWO.get(1)));
        assertEquals(LineFaults.NONE.with(LineFault.LOST, 20).with(LineFault.DRIFT, 7), misbehaviour.faults());
    }

    @Test
    void itIsHandedOnAsItCame() {
        List<String> arguments = List.of("--habit=asks", "--fault=drift=7");
        assertEquals(arguments, parsed(arguments.toArray(String[]::new)).arguments());
    }

    @Test
    void whatNobodyCanDoIsRefused() {
        refused("habit must be one of the devices' but was finger-out", "--habit=finger-out");
        refused("fault", "--fault=boredom");
        refused("fault", "--fault=lost=1001");
    }

    private static void refused(String says, String argument) {
        Misbehaviour misbehaviour = parsed(argument);
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> misbehaviour.check(TWO));
        assertTrue(refusal.getMessage().contains(says), refusal.getMessage());
    }

    private static Misbehaviour parsed(String... arguments) {
        return CommandLine.populateCommand(new Misbehaviour(), arguments);
    }
}
