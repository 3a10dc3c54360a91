package io.maimen.simulator.clinic;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Ports.SitePorts;
import io.maimen.simulator.clinic.SimulatedDevice.FamilyDevice;
import io.maimen.simulator.query.GatewayStatus;
import io.maimen.simulator.query.ServerClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A server, its gateways and their devices, each a process of its own. Confined to one thread, but for {@link #close}. */
public final class Clinic implements AutoCloseable {
    private static final Duration ORDERLY_STOP = Duration.ofSeconds(8);
    private static final Duration UPLINK_LOOK = Duration.ofMillis(100);
    private static final int UPLINK_LOOKS = 200;

    /** An account of the server. */
    public record Login(String username, String password) {}

    private final MaimenHome home;
    private final ClinicFiles files;
    private final Community community;
    private final List<Site> sites;
    private final ProcessGuard guard;
    private final Map<Part, Program> parts = new LinkedHashMap<>();
    private boolean entered;
    private final List<Program> simulators = new ArrayList<>();

    private Clinic(MaimenHome home, ClinicFiles files, Community community, ProcessGuard guard) {
        this.home = home;
        this.files = files;
        this.community = community;
        this.sites = community.sites();
        this.guard = guard;
    }

    /** A clinic for people, at the ports they know where those are free; nothing runs yet. */
    public static Clinic known(MaimenHome home, Path directory, Community community) throws SimulatorException {
        return prepare(home, directory, community, Ports::usual);
    }

    /** A clinic for a measurement, at ports where it disturbs nobody; nothing runs yet. */
    public static Clinic aside(MaimenHome home, Path directory, Community community) throws SimulatorException {
        return prepare(home, directory, community, Ports::any);
    }

    private interface PortChoice {
        Ports choose(int sites) throws IOException;
    }

    private static Clinic prepare(MaimenHome home, Path directory, Community community, PortChoice ports)
            throws SimulatorException {
        try {
            ClinicFiles files = ClinicFiles.in(
                    directory.toAbsolutePath(), ports.choose(community.sites().size()));
            files.write(community.sites());
            return new Clinic(home, files, community, new ProcessGuard());
        } catch (IOException e) {
            throw new SimulatorException(
                    "SIM-033 directory must be writable but " + directory + " was not (" + e + "); name another", e);
        }
    }

    /** Starts a program, or starts it again, and waits until it is ready. */
    public void start(Part part) throws SimulatorException, InterruptedException {
        begin(part).awaitReady();
    }

    /** Enters places, clinicians and gateways; once. Who watches from then on sees all of them. */
    public void enter() throws SimulatorException, InterruptedException {
        if (!entered) {
            new Opening(community, this, files.staffPassword()).places();
            new Enrolment(home, files, guard).enrol(sites, server());
            entered = true;
        }
    }

    /**
     * Enters everybody, starts the gateways and, when they have found their server, all devices: they are switched on in a clinic that
     * works.
     */
    public void startEdge() throws SimulatorException, InterruptedException {
        enter();
        Map<Resident, String> patients = new Opening(community, this, files.staffPassword()).residents();
        List<Program> gateways = new ArrayList<>();
        for (Site site : sites) {
            gateways.add(begin(Part.gateway(site)));
        }
        for (int i = 0; i < gateways.size(); i++) {
            gateways.get(i).awaitReady();
            awaitUplink(gateways.get(i), files.ports().sites().get(i).gatewayStatus());
        }
        for (int i = 0; i < sites.size(); i++) {
            SitePorts gateway = files.ports().sites().get(i);
            for (SimulatedDevice device : sites.get(i).standardDevices()) {
                begin(device.serial(), new DeviceArguments(files).of(device, gateway, patients));
            }
            List<FamilyDevice> families = sites.get(i).familyDevices();
            if (!families.isEmpty()) {
                begin("devices-" + sites.get(i).gateway(), new DeviceArguments(files).together(families, gateway));
            }
        }
        for (Program device : List.copyOf(simulators)) {
            device.awaitReady();
        }
    }

    private void awaitUplink(Program gateway, GatewayStatus status) throws SimulatorException, InterruptedException {
        for (int look = 0; look < UPLINK_LOOKS && !status.uplinkConnected(); look++) {
            if (gateway.awaitEnd(UPLINK_LOOK)) {
                throw new SimulatorException("SIM-032 " + gateway.name()
                        + " must find its server but ended; read its log in " + files.directory());
            }
        }
    }

    /** The server's API, with the first account. */
    public ServerClient server() throws SimulatorException, InterruptedException {
        return server(login());
    }

    /** The server's API, with an account. */
    public ServerClient server(Login login) throws SimulatorException, InterruptedException {
        try {
            return ServerClient.login(address(), files.authority(), login.username(), login.password());
        } catch (IOException e) {
            throw new SimulatorException("SIM-036 server must let " + login.username() + " in but did not: " + e, e);
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

    /** The server or a gateway, when it ended without being asked to. */
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

    /** The accounts of those who care. */
    public List<Login> logins() {
        return community.clinicians().stream()
                .map(clinician -> new Login(clinician.username(), files.staffPassword()))
                .toList();
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

    /** What came of the devices' readings. */
    public ClinicResults results() {
        return new ClinicResults(community, files);
    }

    public Path directory() {
        return files.directory();
    }

    /** Ends everything: the devices at once, gateways and server in order, or killed when they take too long. */
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
        List<String> command = part.equals(Part.SERVER)
                ? MaimenHome.java(512, home.server(files.serverConfiguration()))
                : MaimenHome.java(256, home.gateway(files.gatewayConfiguration(site(part))));
        Program program = Program.start(part.name(), command, files.log(part.name()), guard);
        parts.put(part, program);
        return program;
    }

    private Site site(Part gateway) {
        return sites.stream()
                .filter(site -> Part.gateway(site).equals(gateway))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("part must be of this clinic but was " + gateway));
    }

    private synchronized void begin(String name, List<String> device) throws SimulatorException {
        simulators.add(Program.start(name, MaimenHome.device(device), files.log(name), guard));
    }

    private synchronized Program running(Part part) {
        return Objects.requireNonNull(parts.get(part), () -> part + " must be started before");
    }
}
