package io.maimen.simulator.demo;

import io.maimen.simulator.clinic.Community;
import io.maimen.simulator.clinic.SimulatedDevice;
import io.maimen.simulator.clinic.SimulatedDevice.Analyser;
import io.maimen.simulator.clinic.SimulatedDevice.BluetoothCuff;
import io.maimen.simulator.clinic.SimulatedDevice.CoapCuff;
import io.maimen.simulator.clinic.SimulatedDevice.EcgPatch;
import io.maimen.simulator.clinic.SimulatedDevice.FamilyDevice;
import io.maimen.simulator.clinic.TaohuaCounty;
import io.maimen.simulator.device.line.DeviceFamily;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who hangs at the demo's gateways.
 *
 * @param record a recording for the ECG patch; without one it makes its own
 * @param families whose devices hang at the clinic's gateway too
 * @param misbehaviour their habits and faults, as arguments
 * @param familiesAlone whether the usual devices stay away
 */
record DemoDevices(
        long seed,
        Optional<Path> record,
        List<DeviceFamily> families,
        List<String> misbehaviour,
        boolean familiesAlone) {
    private static final int BUSY_ANALYSERS = 3;
    private static final String CUFF_ADDRESS = "C0:26:DA:00:00:01";

    DemoDevices {
        families = List.copyOf(families);
        misbehaviour = List.copyOf(misbehaviour);
    }

    /** One device of each kind, and an ECG whose rhythm changes. Two people are found in danger early, and one of those who share a cuff a little later. */
    Community calm() {
        List<String> calm = List.of("--seed=" + seed, "--drain-seconds=0");
        return community(
                calm,
                List.of(
                        new Analyser(
                                "AN-0001", with(calm, "--interval-ms=7500", "--critical-share=0", "--critical=2,11")),
                        new EcgPatch(
                                "ECG-0001",
                                with(with(calm, "--drop-block-every=45", "--lead-off-every=70"), recorded())),
                        new EcgPatch("ECG-0002", with(calm, "--rhythms"))),
                home(with(calm, "--every=PT20S", "--crisis-share=0", "--crisis=2"), with(calm, "--every=PT30S")));
    }

    /** A busy ward: several lines, a quarter of the specimens critical, more than a hundred alerts a minute. */
    Community busy(Duration measuring) {
        List<String> length = List.of("--seconds=" + measuring.toSeconds(), "--drain-seconds=30");
        List<SimulatedDevice> clinic = new ArrayList<>();
        for (int i = 0; i < BUSY_ANALYSERS; i++) {
            clinic.add(new Analyser(
                    "AN-000" + (i + 1),
                    with(length, "--seed=" + (seed + i), "--interval-ms=300", "--critical-share=0.25")));
        }
        clinic.add(new EcgPatch(
                "ECG-0001",
                with(with(length, "--seed=" + seed, "--drop-block-every=20", "--lead-off-every=15"), recorded())));
        clinic.add(new EcgPatch("ECG-0002", with(length, "--seed=" + seed, "--rhythms")));
        List<String> often =
                with(length, "--seed=" + seed, "--every=PT1S", "--crisis-share=0.1", "--repeat-after=PT5S");
        List<String> families = List.of("--seed=" + seed, "--seconds=" + measuring.toSeconds(), "--drain-seconds=4");
        return community(families, clinic, home(often, often));
    }

    /** {@code options} of the process that the devices of families are. */
    private Community community(List<String> options, List<SimulatedDevice> clinic, List<SimulatedDevice> home) {
        List<String> own = with(options, misbehaviour.toArray(new String[0]));
        List<SimulatedDevice> added = families.stream()
                .<SimulatedDevice>map(family -> new FamilyDevice(family, own))
                .toList();
        if (familiesAlone) {
            return TaohuaCounty.clinic(added);
        }
        List<SimulatedDevice> all = new ArrayList<>(clinic);
        all.addAll(added);
        return TaohuaCounty.clinicAndHome(all, home);
    }

    /** Two who share a Bluetooth cuff, and one with a cuff of her own. */
    private static List<SimulatedDevice> home(List<String> shared, List<String> own) {
        return List.of(
                new BluetoothCuff("BP-0001", CUFF_ADDRESS, List.of(TaohuaCounty.CHEN, TaohuaCounty.WANG), shared),
                new CoapCuff("CP-0001", List.of(TaohuaCounty.LIU), own));
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
