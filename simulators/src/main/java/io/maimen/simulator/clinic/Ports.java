package io.maimen.simulator.clinic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The ports of one clinic, all on the loopback interface. */
record Ports(int serverHttp, int serverMqtt, int gatewayStatus, int gatewayMqtt) {
    private static final List<Integer> USUAL = List.of(18080, 18830, 18081, 18840);

    /** The usual ones, where they are free, others where not. */
    static Ports free() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int usual : USUAL) {
                held.add(hold(usual));
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

    private static ServerSocket hold(int usual) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            return new ServerSocket(usual, 1, loopback);
        } catch (IOException taken) {
            return new ServerSocket(0, 1, loopback);
        }
    }
}
