package io.maimen.simulator.demo;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import io.maimen.simulator.clinic.MaimenHome;
import io.maimen.simulator.clinic.Part;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.match.AlertLatencies;
import io.maimen.simulator.match.AlertLatencies.Alert;
import io.maimen.simulator.match.Comparison;
import io.maimen.simulator.match.Findings;
import io.maimen.simulator.match.ValueComparison;
import io.maimen.simulator.query.AlertWatch;
import io.maimen.simulator.query.ServerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The measured demonstration: load for a while, then every reading looked for and every alert timed. */
record HeadlessDemo(
        MaimenHome home,
        Path directory,
        DemoDevices devices,
        Clock clock,
        PrintWriter out,
        PrintWriter progress,
        boolean json) {
    private static final Duration STATUS_INTERVAL = Duration.ofSeconds(10);
    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final int SLOWEST_SHOWN = 3;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    int run(Duration measuring) throws SimulatorException, IOException, InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Clinic clinic = Clinic.aside(home, directory, devices.busy(measuring));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            clinic.close();
        }));
        try (clinic) {
            clinic.start(Part.SERVER);
            clinic.enter();
            ServerClient server = clinic.server();
            try (AlertWatch alerts = AlertWatch.open(server, clock)) {
                clinic.startEdge();
                say("measuring for " + measuring.toSeconds() + " s in " + directory);
                Instant giveUp = clock.instant().plus(measuring).plus(SETTLING);
                while (!clinic.awaitDevices(STATUS_INTERVAL) && clock.instant().isBefore(giveUp)) {
                    say(report(clinic, server, alerts).text());
                }
                // The devices are done; what they were told is taken may still be on its way to the store.
                boolean settled = clinic.results().atRest(server)
                        && report(clinic, server, alerts).holds();
                while (!settled
                        && clock.instant().isBefore(giveUp)
                        && !stop.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    settled = clinic.results().atRest(server)
                            && report(clinic, server, alerts).holds();
                }
                return tell(report(clinic, server, alerts));
            }
        }
    }

    private static DemoReport report(Clinic clinic, ServerClient server, AlertWatch alerts)
            throws SimulatorException, IOException, InterruptedException {
        List<JournalEntry> journals = clinic.results().journals();
        return new DemoReport(
                Comparison.of(journals, clinic.results().stored(server)),
                ValueComparison.of(journals, clinic.results().values(server)),
                alerts.alerts(),
                AlertLatencies.of(journals, alerts.arrivals()),
                AlertLatencies.missing(journals, alerts.arrivals().keySet()),
                device -> clinic.results().transport(device).text());
    }

    private int tell(DemoReport report) throws IOException {
        new Findings(report.findings()).tell(directory, this::say);
        List<Alert> alerts = report.latencies().sorted();
        alerts.subList(Math.max(0, alerts.size() - SLOWEST_SHOWN), alerts.size())
                .forEach(alert -> say("slowest alerts: " + alert));
        out.println(json ? report.json() : report.text());
        out.flush();
        return report.holds() ? 0 : 1;
    }

    private void say(String line) {
        progress.println(line);
        progress.flush();
    }
}
