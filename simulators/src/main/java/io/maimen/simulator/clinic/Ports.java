package io.maimen.simulator.clinic;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** The ports of one clinic, all on the loopback interface. */
record Ports(int serverHttp, int serverMqtt, int gatewayStatus, int gatewayMqtt) {
    private static final List<Integer> USUAL = List.of(18080, 18830, 18081, 18840);
    // Below 32768: from there on Linux gives ports to outgoing connections, also to those of our own programs while one
    // of
    // them is dead and its port is free.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    /** The ones that people know, where they are free, others where not. */
    static Ports usual() throws IOException {
        return hold(USUAL);
    }

    /** Ones that nobody else wants: for runs beside others. */
    static Ports any() throws IOException {
        return hold(List.of(0, 0, 0, 0));
    }

    URI serverAddress() {
        return URI.create("http://127.0.0.1:" + serverHttp);
    }

    URI gatewayStatusAddress() {
        return URI.create("http://127.0.0.1:" + gatewayStatus);
    }

    private static Ports hold(List<Integer> wanted) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int port : wanted) {
                held.add(hold(port));
            }
            // All are held until all are known, so that none is given out twice.
            return new Ports(
                    held.get(0).getLocalPort(),
                    held.get(1).getLocalPort(),
                    held.get(2).getLocalPort(),
                    held.get(3).getLocalPort());
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
