package io.maimen.simulator.fault;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import io.maimen.simulator.clinic.Community;
import io.maimen.simulator.clinic.Part;
import io.maimen.simulator.clinic.SimulatedDevice.Analyser;
import io.maimen.simulator.clinic.SimulatedDevice.BluetoothCuff;
import io.maimen.simulator.clinic.SimulatedDevice.CoapCuff;
import io.maimen.simulator.clinic.SimulatedDevice.EcgPatch;
import io.maimen.simulator.clinic.TaohuaCounty;
import io.maimen.simulator.fault.KillPlan.Kill;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.match.Comparison;
import io.maimen.simulator.match.Findings;
import io.maimen.simulator.query.ServerClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a clinic under load, kills its programs by plan, and compares what the devices were told with what is stored.
 *
 * @param stop counted down when somebody asks to end early
 * @param progress takes one line for each thing that happens
 */
record FaultRun(Clinic clinic, KillPlan plan, Clock clock, CountDownLatch stop, Consumer<String> progress) {
    private static final Duration AFTERMATH = Duration.ofSeconds(2);
    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /**
     * Lines that hardly rest, five blocks a second, a reading a second at each cuff: whenever a kill comes, something is on
     * its way. One cuff forgets what its transport has taken.
     */
    static Community community(long seed) {
        List<String> hurried =
                List.of("--interval-ms=50", "--critical-share=0.1", "--reply-timeout-ms=2000", "--busy-pause-ms=500");
        List<String> first = new ArrayList<>(hurried);
        first.add("--seed=" + seed);
        List<String> second = new ArrayList<>(hurried);
        second.add("--seed=" + (seed + 1));
        List<String> cuff = List.of("--seed=" + seed, "--every=PT1S", "--crisis-share=0.1", "--repeat-after=PT5S");
        List<String> forgetful = new ArrayList<>(cuff);
        forgetful.add("--forgetful");
        return TaohuaCounty.clinicAndHome(
                List.of(
                        new Analyser("AN-0001", first),
                        new Analyser("AN-0002", second),
                        new EcgPatch(
                                "ECG-0001",
                                List.of(
                                        "--seed=" + seed,
                                        "--samples-per-block=50",
                                        "--drop-block-every=30",
                                        "--lead-off-every=20")),
                        new BluetoothCuff("BP-0002", "C0:26:DA:00:00:02", List.of(), forgetful)),
                List.of(
                        new BluetoothCuff(
                                "BP-0001", "C0:26:DA:00:00:01", List.of(TaohuaCounty.CHEN, TaohuaCounty.WANG), cuff),
                        new CoapCuff("CP-0001", List.of(TaohuaCounty.LIU), cuff)));
    }

    FaultReport run() throws SimulatorException, IOException, InterruptedException {
        clinic.start(Part.SERVER);
        clinic.startEdge();
        List<Instant> killedAt = new ArrayList<>();
        for (Kill kill : plan.kills()) {
            if (stopAskedWithin(kill.after())) {
                break;
            }
            killedAt.add(clock.instant());
            clinic.kill(kill.victim());
            if (stopAskedWithin(kill.absence())) {
                break;
            }
            Instant begin = clock.instant();
            clinic.start(kill.victim());
            progress.accept(
                    "kill " + killedAt.size() + " of " + plan.kills().size() + ": " + kill.victim() + ", up again in "
                            + Duration.between(begin, clock.instant()).toMillis() + " ms");
        }
        if (stopAskedWithin(AFTERMATH)) {
            progress.accept("asked to stop");
        }
        clinic.stopMeasuring();
        if (!clinic.awaitDevices(SETTLING)) {
            progress.accept("a device still had something to send after " + SETTLING.toSeconds() + " s");
        }
        return report(killedAt);
    }

    private FaultReport report(List<Instant> killedAt) throws SimulatorException, IOException, InterruptedException {
        ServerClient server = clinic.server();
        List<JournalEntry> journals = clinic.results().journals();
        Instant giveUp = clock.instant().plus(SETTLING);
        // A gateway that died after a receipt sends again what the server has: looked at too early, that would not
        // show.
        while (!clinic.results().atRest(server) && clock.instant().isBefore(giveUp) && !stopAskedWithin(LOOK_AGAIN)) {
            progress.accept("waiting until nothing is on its way");
        }
        Comparison comparison = Comparison.of(journals, clinic.results().stored(server));
        new Findings(comparison.findings()).tell(clinic.directory(), progress);
        InFlight inFlight = new InFlight(journals);
        return new FaultReport(
                plan.kills().size(),
                killedAt.size(),
                (int) killedAt.stream()
                        .filter(moment -> inFlight.at(moment) > 0)
                        .count(),
                comparison.total(),
                comparison.by(device -> clinic.results().transport(device).text()));
    }

    /** Waits so long, or until somebody asks to stop; then true. */
    private boolean stopAskedWithin(Duration duration) throws InterruptedException {
        return stop.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }
}
