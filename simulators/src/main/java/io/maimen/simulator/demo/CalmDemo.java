package io.maimen.simulator.demo;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import io.maimen.simulator.clinic.Clinic.Login;
import io.maimen.simulator.clinic.Community;
import io.maimen.simulator.clinic.MaimenHome;
import io.maimen.simulator.clinic.Part;
import io.maimen.simulator.match.Comparison;
import io.maimen.simulator.match.Tally;
import io.maimen.simulator.query.AlertWatch;
import io.maimen.simulator.query.ServerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The demonstration for people: address, login, and one line that says how it goes, until somebody stops it. */
record CalmDemo(
        MaimenHome home, Path directory, DemoDevices devices, Clock clock, PrintWriter out, StatusLine progress) {
    private static final Duration STATUS_INTERVAL = Duration.ofSeconds(5);

    int run(Optional<Duration> length) throws SimulatorException, IOException, InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Community community = devices.calm();
        Clinic clinic = Clinic.known(home, directory, community);
        Thread end = new Thread(() -> {
            stop.countDown();
            clinic.close();
        });
        Runtime.getRuntime().addShutdownHook(end);
        try (clinic) {
            progress.say(
                    "正在启动 starting a server, gateways: " + community.sites().size() + ", devices: "
                            + community.devices().size() + ", in " + directory);
            clinic.start(Part.SERVER);
            clinic.enter();
            ServerClient server = clinic.server();
            try (AlertWatch alerts = AlertWatch.open(server, clock)) {
                clinic.startEdge();
                out.println("打开 open   " + clinic.address());
                for (Login login : clinic.logins()) {
                    out.println("登录 login  " + login.username() + " " + login.password());
                }
                Login admin = clinic.login();
                out.println("管理 admin  " + admin.username() + " " + admin.password());
                out.println("停止 stop   Ctrl-C");
                out.flush();
                Instant until = length.map(clock.instant()::plus).orElse(Instant.MAX);
                while (clock.instant().isBefore(until)
                        && !stop.await(STATUS_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                    clinic.casualty().ifPresent(name -> progress.say(name + " has ended; its log is in " + directory));
                    status(clinic, server, alerts);
                }
            }
        }
        return 0;
    }

    private void status(Clinic clinic, ServerClient server, AlertWatch alerts)
            throws SimulatorException, InterruptedException {
        try {
            Tally tally = Comparison.of(
                            clinic.results().journals(), clinic.results().stored(server))
                    .total();
            progress.show(
                    "收下 taken " + tally.taken() + " · 入库 stored " + tally.stored() + " · 告警 alerts " + alerts.alerts(),
                    alerts.alerts());
        } catch (IOException e) {
            progress.say("the server does not answer: " + e.getMessage());
        }
    }
}
