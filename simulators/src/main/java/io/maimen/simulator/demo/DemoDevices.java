package io.maimen.simulator.demo;

import io.maimen.simulator.clinic.SimulatedDevice;
import io.maimen.simulator.clinic.SimulatedDevice.Analyser;
import io.maimen.simulator.clinic.SimulatedDevice.EcgPatch;
import io.maimen.simulator.clinic.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who hangs at the demo's gateway.
 *
 * @param record a recording for the ECG patch; without one it makes its own
 */
record DemoDevices(long seed, Optional<Path> record) {
    private static final int BUSY_ANALYSERS = 3;

    /** One analyser that finds two people in danger, the first after 15 s, and one patch with a gap now and then. */
    List<Site> calm() {
        List<String> calm = List.of("--seed=" + seed, "--drain-seconds=0");
        return clinic(List.of(
                new Analyser("AN-0001", with(calm, "--interval-ms=7500", "--critical-share=0", "--critical=2,11")),
                new EcgPatch(
                        "ECG-0001", with(with(calm, "--drop-block-every=45", "--lead-off-every=70"), recorded()))));
    }

    /** A busy ward: several lines, a quarter of the specimens critical, more than a hundred alerts a minute. */
    List<Site> busy(Duration measuring) {
        List<String> length = List.of("--seconds=" + measuring.toSeconds(), "--drain-seconds=30");
        List<SimulatedDevice> devices = new ArrayList<>();
        for (int i = 0; i < BUSY_ANALYSERS; i++) {
            devices.add(new Analyser(
                    "AN-000" + (i + 1),
                    with(length, "--seed=" + (seed + i), "--interval-ms=300", "--critical-share=0.25")));
        }
        devices.add(new EcgPatch(
                "ECG-0001",
                with(with(length, "--seed=" + seed, "--drop-block-every=20", "--lead-off-every=15"), recorded())));
        return clinic(devices);
    }

    private static List<Site> clinic(List<SimulatedDevice> devices) {
        return List.of(new Site("clinic-demo", devices));
    }

    private String[] recorded() {
        return record.map(path -> new String[] {"--record=" + path.toAbsolutePath()})
                .orElse(new String[0]);
    }

    private static List<String> with(List<String> options, String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return all;
    }
}
