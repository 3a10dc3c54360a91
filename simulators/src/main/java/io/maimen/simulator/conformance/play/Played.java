package io.maimen.simulator.conformance.play;

import io.maimen.driver.DecodeError;
import io.maimen.driver.DriverAction;
import io.maimen.observation.Observation;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of a play. Immutable.
 *
 * @param measured what the device knows it measured, in order
 * @param all every observation that reached the outbox, in order, copies among them
 * @param rejected why bytes went to quarantine, in order
 * @param written what the driver sent to the device, in order
 * @param connections how many there were
 */
public record Played(
        List<Measured> measured,
        List<Observation> all,
        List<DecodeError> rejected,
        List<DriverAction.Write> written,
        int connections) {
    public Played {
        measured = List.copyOf(measured);
        all = List.copyOf(all);
        rejected = List.copyOf(rejected);
        written = List.copyOf(written);
    }

    /** What a server keeps of {@link #all}: of copies with one identity the first. */
    public Collection<Observation> stored() {
        Map<String, Observation> byIdentity = new LinkedHashMap<>();
        all.forEach(observation -> byIdentity.putIfAbsent(observation.id().toString(), observation));
        return List.copyOf(byIdentity.values());
    }

    /** The codes of {@link #rejected}, in order. */
    public List<String> codes() {
        return rejected.stream().map(DecodeError::code).toList();
    }

    /** Every value in {@link #stored}, in order: components and samples one by one. */
    public List<Measured> values() {
        return stored().stream().flatMap(Values::of).toList();
    }

    /** Values the device measured that are not stored, each as often as it is missing. */
    public List<Measured> missing() {
        return without(measured, values());
    }

    /** Values that are stored and that the device did not measure, each as often as it is too many. */
    public List<Measured> invented() {
        return without(values(), measured);
    }

    /** Values that are stored and that the device measured never at all: the worst a reader can do. */
    public List<Measured> neverMeasured() {
        Set<Measured> truth = measured.stream().map(Values::plain).collect(Collectors.toSet());
        return values().stream()
                .map(Values::plain)
                .filter(value -> value.value().isPresent() && !truth.contains(value))
                .toList();
    }

    /** Values alone are compared; reasons for their absence differ in their words. */
    private static List<Measured> without(List<Measured> these, List<Measured> those) {
        List<Measured> rest = new ArrayList<>(these.stream()
                .filter(one -> one.value().isPresent())
                .map(Values::plain)
                .toList());
        Map<Measured, Integer> taken = new LinkedHashMap<>();
        those.forEach(one -> taken.merge(Values.plain(one), 1, Integer::sum));
        rest.removeIf(one -> taken.merge(one, -1, Integer::sum) >= 0);
        return List.copyOf(rest);
    }
}
