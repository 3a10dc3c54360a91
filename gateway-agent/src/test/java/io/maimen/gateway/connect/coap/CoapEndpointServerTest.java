package io.maimen.gateway.connect.coap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionContract;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.gateway.connect.coap.CoapDevice.PreSharedKey;
import io.maimen.gateway.connect.coap.LibcoapClient.Answer;
import io.maimen.observation.Bytes;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint met by bytes written out by hand, and by libcoap's client. */
class CoapEndpointServerTest extends ConnectionContract {
    private static final byte[] PACK = "[{\"n\":\"pulse\"}]".getBytes(StandardCharsets.UTF_8);
    private static final int JSON = 50;
    private static final int SENML_JSON = 110;
    private static final int SENML_CBOR = 112;

    private final Ear secureEar = new Ear();
    private final CoapEndpointServer server = new CoapEndpointServer(
            List.of(
                    new CoapDevice("senml/CP-0001", Optional.empty(), ear),
                    new CoapDevice("senml/CP-0002", Optional.of(new PreSharedKey("CP-0002", "secret")), secureEar),
                    new CoapDevice("senml/CP-0003", Optional.of(new PreSharedKey("CP-0003", "other")), secureEar)),
            clock);
    private int port;
    private int securePort;
    private DatagramSocket socket;
    private int messageId = 0x1000;

    @BeforeEach
    void listen() throws Exception {
        port = server.listen("127.0.0.1", 0);
        securePort = server.listenSecurely("127.0.0.1", 0);
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(5_000);
    }

    @AfterEach
    void close() {
        socket.close();
        server.close();
    }

    /** A confirmable POST of senml/CP-0001, byte by byte (RFC 7252 section 3). */
    private byte[] request(int id, byte... payload) {
        byte[] head = HexFormat.of()
                .parseHex(
                        "4102" // version 1, CON, token of 1 byte; code 0.02 POST
                                + String.format("%04x", id) // message ID
                                + String.format("%02x", id & 0xFF) // token
                                + "b5" + "73656e6d6c" // option 11 (Uri-Path), 5 bytes: senml
                                + "07" + "43502d30303031" // again, 7 bytes: CP-0001
                                + "11" + "70" // option 12 (Content-Format): 112
                                + "ff"); // payload follows
        byte[] whole = Arrays.copyOf(head, head.length + payload.length);
        System.arraycopy(payload, 0, whole, head.length, payload.length);
        return whole;
    }

    private void send(byte[] datagram) throws Exception {
        socket.send(new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port));
    }

    private byte[] next() throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[1_500], 1_500);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    /** CoAP has no connections: one stands from the first request on. */
    @Override
    protected DeviceConnection connect() throws Exception {
        knock();
        await().until(() -> !ear.deliveries.isEmpty());
        ear.last().orElseThrow().acknowledge(ear.deliveries.get(0), Acknowledgement.ACCEPTED);
        ear.forget();
        return ear.last().orElseThrow();
    }

    @Override
    protected void knock() throws Exception {
        send(request(messageId++, (byte) 0x80));
    }

    @Override
    protected void deviceSends(byte... bytes) throws Exception {
        int heard = ear.deliveries.size();
        send(request(messageId++, bytes));
        await().until(() -> ear.deliveries.size() == heard + 1);
    }

    /** Nobody can notice that a UDP device has gone; the connection ends with the gateway. */
    @Override
    protected void deviceDies() {
        server.close();
    }

    @Test
    void aRequestIsToldToWaitAndAnsweredOnlyWhenTheSessionSaysSo() throws Exception {
        byte[] request = request(0x1234, (byte) 0x80);
        send(request);
        await().until(() -> ear.deliveries.size() == 1);
        assertEquals("60001234", HexFormat.of().formatHex(next()), "an empty acknowledgement: arrived, wait");
        send(request); // once more, as if the acknowledgement had been lost
        assertEquals("60001234", HexFormat.of().formatHex(next()), "the same, and no earlier answer");
        assertEquals(1, ear.deliveries.size(), "heard once");
        ear.last().orElseThrow().acknowledge(ear.deliveries.get(0), Acknowledgement.ACCEPTED);
        byte[] answer = next();
        assertEquals(0x41, answer[0], "a response of its own, confirmable");
        assertEquals(0x44, answer[1], "2.04 Changed");
        assertEquals(0x34, answer[4], "for the request's token");
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED, 2.04, -1", "MALFORMED, 4.00, -1", "NOT_STORED, 5.03, 10"})
    void libcoapSeesWhatBecameOfItsRequest(Acknowledgement outcome, String code, long maxAge) throws Exception {
        assumeTrue(LibcoapClient.installed(), "libcoap's client is needed: install Debian package libcoap3-bin");
        byte[] large = new byte[1_500]; // more than a block
        Arrays.fill(large, (byte) ' ');
        large[0] = '[';
        CompletableFuture<Answer> answer = LibcoapClient.with("notls")
                .post("coap://127.0.0.1:" + port + "/senml/CP-0001", SENML_JSON, large, "-b", "128");
        await().atMost(10, TimeUnit.SECONDS).until(() -> ear.deliveries.size() == 1 || answer.isDone());
        assertFalse(answer.isDone(), () -> "answered before anybody said so: " + answer.join());
        assertEquals(Bytes.of(large), Bytes.of(ear.bytes().toByteArray()), "all blocks, in order");
        ear.last().orElseThrow().acknowledge(ear.deliveries.get(0), outcome);
        assertEquals(
                code, answer.get(10, TimeUnit.SECONDS).code(), answer.join().said());
        assertEquals(maxAge, answer.join().maxAge());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "gnutls"})
    void aDeviceWithItsKeyIsLetIn(String tls) throws Exception {
        assumeTrue(LibcoapClient.installed(), "libcoap's client is needed: install Debian package libcoap3-bin");
        CompletableFuture<Answer> answer = LibcoapClient.with(tls)
                .post(
                        "coaps://127.0.0.1:" + securePort + "/senml/CP-0002",
                        SENML_JSON,
                        PACK,
                        "-u",
                        "CP-0002",
                        "-k",
                        "secret");
        await().atMost(10, TimeUnit.SECONDS).until(() -> !secureEar.deliveries.isEmpty() || answer.isDone());
        assertFalse(answer.isDone(), () -> answer.join().said());
        secureEar.last().orElseThrow().acknowledge(secureEar.deliveries.get(0), Acknowledgement.ACCEPTED);
        assertEquals(
                "2.04", answer.get(10, TimeUnit.SECONDS).code(), answer.join().said());
    }

    @ParameterizedTest
    @CsvSource({
        "coap,  /senml/CP-0002, '', '', 110, 4.01", // has a key, comes in the clear
        "coaps, /senml/CP-0003, CP-0002, secret, 110, 4.01", // another's path
        "coaps, /senml/CP-0001, CP-0002, secret, 110, 4.01", // a path without a key is not everybody's
        "coap,  /senml/CP-0009, '', '', 110, 4.04",
        "coap,  /senml/CP-0001, '', '', 41, 4.15", // XML
        "coap,  /senml/CP-00010, '', '', 110, 4.04", // no path below CP-0001's
    })
    void whoMayNotIsToldWhyAndNotHeard(String scheme, String path, String identity, String key, int format, String code)
            throws Exception {
        assumeTrue(LibcoapClient.installed(), "libcoap's client is needed: install Debian package libcoap3-bin");
        String uri = scheme + "://127.0.0.1:" + (scheme.equals("coap") ? port : securePort) + path;
        Answer answer = scheme.equals("coap")
                ? LibcoapClient.with("notls").posted(uri, format, PACK)
                : LibcoapClient.with("openssl").posted(uri, format, PACK, "-u", identity, "-k", key);
        assertEquals(code, answer.code(), answer.said());
        assertTrue(ear.deliveries.isEmpty() && secureEar.deliveries.isEmpty());
    }

    @Test
    void aPathBelowTheDevicesIsItsOwnAndNamed() throws Exception {
        assumeTrue(LibcoapClient.installed(), "libcoap's client is needed: install Debian package libcoap3-bin");
        CompletableFuture<Answer> answer =
                LibcoapClient.with("notls").post("coap://127.0.0.1:" + port + "/senml/CP-0001/room/2", JSON, PACK);
        await().atMost(10, TimeUnit.SECONDS).until(() -> !ear.deliveries.isEmpty() || answer.isDone());
        assertEquals(List.of("senml/CP-0001/room/2"), ear.channels);
        ear.last().orElseThrow().acknowledge(ear.deliveries.get(0), Acknowledgement.ACCEPTED);
        assertEquals("2.04", answer.get(10, TimeUnit.SECONDS).code());
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeItIsHeard() throws Exception {
        assumeTrue(LibcoapClient.installed(), "libcoap's client is needed: install Debian package libcoap3-bin");
        Answer answer = LibcoapClient.with("notls")
                .posted(
                        "coap://127.0.0.1:" + port + "/senml/CP-0001",
                        SENML_CBOR,
                        new byte[CoapEndpointServer.MAX_BODY_BYTES + 1]);
        assertEquals("4.13", answer.code(), answer.said());
        assertTrue(ear.deliveries.isEmpty());
    }

    @Test
    void whoNobodyAnswersIsToldToComeAgain() throws Exception {
        knock();
        await().until(() -> ear.deliveries.size() == 1);
        assertEquals(0x60, next()[0], "arrived, wait");
        clock.set(NOON.plus(CoapDeviceConnection.LONGEST_WAIT).plusSeconds(1));
        deviceSends((byte) 0x80);
        byte one = next()[1];
        byte other = next()[1];
        // The second is told to wait, the first 5.03 Service Unavailable; the two datagrams may come in either order.
        assertEquals((byte) 0xA3, (byte) (one | other));
    }

    @Test
    void noMoreWaitThanThereIsRoomFor() throws Exception {
        for (int i = 0; i < CoapDeviceConnection.MAX_WAITING; i++) {
            deviceSends((byte) 0x80);
            assertEquals(0x60, next()[0]);
        }
        knock();
        assertEquals((byte) 0xA3, next()[1], "5.03 for one too many");
        assertEquals(CoapDeviceConnection.MAX_WAITING, ear.deliveries.size());
    }

    @Test
    void aConnectionThatWasEndedGivesWayToANewOne() throws Exception {
        connect().close("its driver failed");
        await().until(() -> ear.closed.size() == 1);
        deviceSends((byte) 0x80);
        assertEquals(2, ear.connections.size());
    }
}
