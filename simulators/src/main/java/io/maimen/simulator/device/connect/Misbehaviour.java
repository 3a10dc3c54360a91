package io.maimen.simulator.device.connect;

import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.fault.line.LineFaults;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What goes wrong with devices, as options of a command line. Filled by picocli, read after that by one thread. */
public final class Misbehaviour {
    @Option(
            names = "--habit",
            paramLabel = "HABIT",
            description = "a bad habit of the family; may be given several times")
    private Set<String> habits = new LinkedHashSet<>();

    @Option(
            names = "--fault",
            paramLabel = "FAULT[=N]",
            description = "what goes wrong, N times of 1000; may be given several times")
    private List<String> faults = new ArrayList<>();

    /** For picocli. */
    public Misbehaviour() {}

    /**
     * Refuses what none of {@code families} can do.
     *
     * @throws IllegalArgumentException with SIM-053 for a habit that none of them has, or a fault that there is not
     */
    public void check(List<DeviceFamily> families) {
        faults();
        for (String habit : habits) {
            if (families.stream().noneMatch(family -> family.habits().containsKey(habit))) {
                throw new IllegalArgumentException("SIM-053 habit must be one of the devices' but was " + habit
                        + "; ./maimen simulate device lists them");
            }
        }
    }

    /** The same again, for another command line. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        habits.forEach(habit -> arguments.add("--habit=" + habit));
        faults.forEach(fault -> arguments.add("--fault=" + fault));
        return arguments;
    }

    LineFaults faults() {
        LineFaults wrong = LineFaults.NONE;
        for (String fault : faults) {
            wrong = wrong.with(fault);
        }
        return wrong;
    }

    /** Those of the habits that this family has. */
    Set<String> habitsOf(DeviceFamily family) {
        Set<String> own = new LinkedHashSet<>(habits);
        own.retainAll(family.habits().keySet());
        return own;
    }
}
