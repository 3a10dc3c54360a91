package io.maimen.simulator.clinic;

import io.maimen.simulator.query.GatewayStatus;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of one demonstration, all on the loopback interface.
 *
 * @param sites in the order of the sites
 */
record Ports(int serverHttp, int serverMqtt, List<SitePorts> sites) {
    private static final List<Integer> SERVER = List.of(18080, 18830);
    private static final List<Integer> FIRST_SITE = List.of(18081, 18840, 18850, 18860, 18900, 18910, 18920, 18930);
    // Below 32768: from there on Linux gives ports to outgoing connections, also to those of our own programs while one
    // of them is dead and its port is free.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    /** The ports of one gateway; {@code coap} and {@code coapSecure} are UDP, at {@code tcp} it waits for devices that call. */
    record SitePorts(int status, int mqtt, int coap, int coapSecure, List<Integer> tcp) {
        SitePorts {
            tcp = List.copyOf(tcp);
        }

        GatewayStatus gatewayStatus() {
            return new GatewayStatus(URI.create("http://127.0.0.1:" + status));
        }
    }

    Ports {
        sites = List.copyOf(sites);
    }

    /** The ones that people know, where they are free, others where not. */
    static Ports usual(int sites) throws IOException {
        return hold(sites, true);
    }

    /** Ones that nobody else wants: for runs beside others. */
    static Ports any(int sites) throws IOException {
        return hold(sites, false);
    }

    URI serverAddress() {
        return URI.create("https://127.0.0.1:" + serverHttp);
    }

    private static Ports hold(int sites, boolean known) throws IOException {
        List<Integer> wanted = new ArrayList<>(SERVER);
        for (int site = 0; site < sites; site++) {
            for (int port : FIRST_SITE) {
                wanted.add(port + site);
            }
        }
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int port : wanted) {
                held.add(hold(known ? port : 0));
            }
            // All are held until all are known, so that none is given out twice.
            List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
            List<SitePorts> siteSets = new ArrayList<>();
            for (int at = SERVER.size(); at < ports.size(); at += FIRST_SITE.size()) {
                siteSets.add(new SitePorts(
                        ports.get(at),
                        ports.get(at + 1),
                        ports.get(at + 2),
                        ports.get(at + 3),
                        ports.subList(at + 4, at + FIRST_SITE.size())));
            }
            return new Ports(ports.get(0), ports.get(1), siteSets);
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private static ServerSocket hold(int wanted) throws IOException {
        SecureRandom random = new SecureRandom();
        int port = wanted;
        while (true) {
            if (port != 0) {
                try {
                    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                } catch (BindException taken) {
                    // Somebody has it: another one, below.
                }
            }
            port = LOWEST + random.nextInt(HIGHEST - LOWEST);
        }
    }
}
