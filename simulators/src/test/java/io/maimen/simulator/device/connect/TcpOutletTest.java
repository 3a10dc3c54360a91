package io.maimen.simulator.device.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.maimen.simulator.device.line.DeviceAct;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The device calls; the gateway is a socket. */
class TcpOutletTest extends OutletContract {
    private final ServerSocket gateway;
    private Socket call = new Socket();

    TcpOutletTest() throws IOException {
        gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Override
    protected DeviceOutlet line() {
        return new TcpOutlet((InetSocketAddress) gateway.getLocalSocketAddress());
    }

    @Override
    protected String channel() {
        return DeviceAct.STREAM;
    }

    @Override
    protected void peerComes() throws IOException {
        call = gateway.accept();
    }

    @Override
    protected void peerSays(String text) throws IOException {
        call.getOutputStream().write(text.getBytes(US_ASCII));
    }

    @Override
    protected String peerHears(int length) throws IOException {
        return new String(call.getInputStream().readNBytes(length), US_ASCII);
    }

    @Override
    protected void peerGoes() throws IOException {
        call.close();
    }
}
