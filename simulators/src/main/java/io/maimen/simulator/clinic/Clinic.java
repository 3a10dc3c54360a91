package io.maimen.simulator.clinic;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.SimulatedDevice.Analyser;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.match.Content;
import io.maimen.simulator.query.GatewayStatus;
import io.maimen.simulator.query.ServerClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A server, a gateway and its devices, each a process of its own. Confined to one thread, but for {@link #close}. */
public final class Clinic implements AutoCloseable {
    private static final Duration ORDERLY_STOP = Duration.ofSeconds(8);
    private static final Duration UPLINK_LOOK = Duration.ofMillis(100);
    private static final int UPLINK_LOOKS = 200;

    /** The two programs that a test may kill. */
    public enum Part {
        SERVER,
        GATEWAY
    }

    /** An account of the server. */
    public record Login(String username, String password) {}

    private final MaimenHome home;
    private final ClinicFiles files;
    private final List<SimulatedDevice> devices;
    private final ProcessGuard guard;
    private final Map<Part, Program> parts = new EnumMap<>(Part.class);
    private final List<Program> simulators = new ArrayList<>();

    private Clinic(MaimenHome home, ClinicFiles files, List<SimulatedDevice> devices, ProcessGuard guard) {
        this.home = home;
        this.files = files;
        this.devices = List.copyOf(devices);
        this.guard = guard;
    }

    /** A clinic for people, at the ports they know where those are free; nothing runs yet. */
    public static Clinic known(MaimenHome home, Path directory, List<SimulatedDevice> devices)
            throws SimulatorException {
        return prepare(home, directory, devices, Ports::usual);
    }

    /** A clinic for a measurement, at ports where it disturbs nobody; nothing runs yet. */
    public static Clinic aside(MaimenHome home, Path directory, List<SimulatedDevice> devices)
            throws SimulatorException {
        return prepare(home, directory, devices, Ports::any);
    }

    private interface PortChoice {
        Ports choose() throws IOException;
    }

    private static Clinic prepare(MaimenHome home, Path directory, List<SimulatedDevice> devices, PortChoice ports)
            throws SimulatorException {
        try {
            ClinicFiles files = ClinicFiles.in(directory.toAbsolutePath(), ports.choose());
            files.write(devices);
            return new Clinic(home, files, devices, new ProcessGuard());
        } catch (IOException e) {
            throw new SimulatorException(
                    "SIM-033 directory must be writable but " + directory + " was not (" + e + "); name another", e);
        }
    }

    /** Starts a program, or starts it again, and waits until it is ready. */
    public void start(Part part) throws SimulatorException, InterruptedException {
        begin(part).awaitReady();
    }

    /** Starts the gateway and, when it has found its server, all devices: they are switched on in a clinic that works. */
    public void startEdge() throws SimulatorException, InterruptedException {
        Program gateway = begin(Part.GATEWAY);
        gateway.awaitReady();
        GatewayStatus status = new GatewayStatus(files.ports().gatewayStatusAddress());
        for (int look = 0; look < UPLINK_LOOKS && !status.uplinkConnected(); look++) {
            if (gateway.awaitEnd(UPLINK_LOOK)) {
                throw new SimulatorException(
                        "SIM-032 gateway must find its server but ended; read its log in " + files.directory());
            }
        }
        for (SimulatedDevice device : devices) {
            begin(device);
        }
        for (Program device : List.copyOf(simulators)) {
            device.awaitReady();
        }
    }

    /** SIGKILL. */
    public void kill(Part part) throws InterruptedException {
        running(part).kill();
    }

    /** Asks the devices to measure no more; they end by themselves when everything is taken. */
    public synchronized void stopMeasuring() {
        simulators.forEach(Program::askToStop);
    }

    /** Waits until every device has ended; false when one is still at work. */
    public boolean awaitDevices(Duration atMost) throws InterruptedException {
        for (Program simulator : List.copyOf(simulators)) {
            if (!simulator.awaitEnd(atMost)) {
                return false;
            }
        }
        return true;
    }

    /** The server or the gateway, when it ended without being asked to. */
    public synchronized Optional<String> casualty() {
        return parts.values().stream()
                .filter(program -> !program.alive())
                .map(Program::name)
                .findFirst();
    }

    /** Where people and programs find the server. */
    public URI address() {
        return files.ports().serverAddress();
    }

    /** The first account, as the server wrote it down. */
    public Login login() throws SimulatorException {
        try {
            String[] words = Files.readString(files.firstAdmin()).strip().split(" ", 2);
            return new Login(words[0], words[1]);
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw new SimulatorException(
                    "SIM-034 " + files.firstAdmin() + " must hold a name and a password but did not (" + e
                            + "); read the server's log beside it",
                    e);
        }
    }

    /** What the devices said and were told so far, in each device's order. */
    public List<JournalEntry> journals() throws SimulatorException {
        List<JournalEntry> entries = new ArrayList<>();
        for (SimulatedDevice device : devices) {
            entries.addAll(Journal.read(files.journal(device)));
        }
        return entries;
    }

    /**
     * Whether nothing is on its way any more: outbox empty, log read to its end. What was lost by then stays lost, and what
     * is sent again after a death has been.
     */
    public boolean atRest(ServerClient server) throws IOException, InterruptedException {
        return new GatewayStatus(files.ports().gatewayStatusAddress()).outboxEmpty() && server.readersAtTheEnd();
    }

    /** What the server has of the devices. */
    public List<Content> stored(ServerClient server) throws IOException, InterruptedException {
        List<Content> contents = new ArrayList<>();
        for (SimulatedDevice device : devices) {
            contents.addAll(server.readings(device.id()));
        }
        return contents;
    }

    public Path directory() {
        return files.directory();
    }

    /** Ends everything: the devices at once, gateway and server in order, or killed when they take too long. */
    @Override
    public synchronized void close() {
        List<Program> programs = new ArrayList<>(parts.values());
        programs.forEach(Program::askToStop);
        try {
            for (Program simulator : simulators) {
                simulator.kill();
            }
            for (Program program : programs) {
                if (!program.awaitEnd(ORDERLY_STOP)) {
                    program.kill();
                }
            }
        } catch (InterruptedException e) {
            // The guard kills the rest when its pipe closes below.
            Thread.currentThread().interrupt();
        }
        simulators.clear();
        parts.clear();
        guard.close();
    }

    private synchronized Program begin(Part part) throws SimulatorException {
        String name = part.name().toLowerCase(Locale.ROOT);
        List<String> command = part == Part.SERVER
                ? MaimenHome.java(512, home.server(files.serverConfiguration()))
                : MaimenHome.java(256, home.gateway(files.gatewayConfiguration()));
        Program program = Program.start(name, command, files.log(name), guard);
        parts.put(part, program);
        return program;
    }

    private synchronized void begin(SimulatedDevice device) throws SimulatorException {
        List<String> arguments = new ArrayList<>();
        if (device instanceof Analyser) {
            arguments.addAll(List.of("analyser", "--pty=" + files.terminal(device)));
        } else {
            arguments.addAll(List.of(
                    "ecg-patch",
                    "--gateway-port=" + files.ports().gatewayMqtt(),
                    "--username=" + device.serial(),
                    "--password=" + files.password()));
        }
        arguments.addAll(List.of("--device=" + device.serial(), "--journal=" + files.journal(device)));
        arguments.addAll(device.options());
        Program program =
                Program.start(device.serial(), MaimenHome.device(arguments), files.log(device.serial()), guard);
        simulators.add(program);
    }

    private synchronized Program running(Part part) {
        return Objects.requireNonNull(parts.get(part), () -> part + " must be started before");
    }
}
