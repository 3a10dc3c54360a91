package io.maimen.simulator.device.senml;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A stretch of network before a gateway: what goes through it can be cut off, and the gateway behind it be another one. */
final class Relay implements AutoCloseable {
    private static final int LARGEST = 2_048;

    private final DatagramSocket front = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    /** By who came: a socket towards the gateway for each. */
    private final Map<SocketAddress, DatagramSocket> backs = new ConcurrentHashMap<>();

    private volatile Optional<SocketAddress> gateway = Optional.empty();

    Relay() throws IOException {
        daemon(() -> {
            while (true) {
                DatagramPacket packet = receive(front);
                DatagramSocket back = backs.computeIfAbsent(packet.getSocketAddress(), this::back);
                pass(packet, back, gateway);
            }
        });
    }

    int port() {
        return front.getLocalPort();
    }

    /** From now on to the gateway at this port; what others behind us say is not passed on. */
    void leadTo(int port) {
        gateway = Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Nothing passes any more. */
    void cut() {
        gateway = Optional.empty();
    }

    private DatagramSocket back(SocketAddress device) {
        try {
            DatagramSocket back = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            daemon(() -> {
                while (true) {
                    DatagramPacket packet = receive(back);
                    boolean known = Optional.of(packet.getSocketAddress()).equals(gateway);
                    pass(packet, front, known ? Optional.of(device) : Optional.empty());
                }
            });
            return back;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatagramPacket receive(DatagramSocket from) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        from.receive(packet);
        return packet;
    }

    private static void pass(DatagramPacket packet, DatagramSocket through, Optional<SocketAddress> to)
            throws IOException {
        if (to.isPresent()) {
            packet.setSocketAddress(to.get());
            through.send(packet);
        }
    }

    private interface Pump {
        void run() throws IOException;
    }

    private static void daemon(Pump pump) {
        Thread thread = new Thread(() -> {
            try {
                pump.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt(); // The socket was closed: the test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        front.close();
        backs.values().forEach(DatagramSocket::close);
    }
}
