package io.maimen.gateway.connect.coap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedMultiPskStore;

/**
 * The gateway's CoAP endpoint, in the clear and over DTLS. A confirmable request is told at once that it arrived and answered
 * when its outcome is known; one that is sent again meanwhile gets the same answer, not an earlier one. Thread-safe.
 */
public final class CoapEndpointServer implements AutoCloseable {
    /** A body, all its blocks together; longer ones get 4.13. */
    static final int MAX_BODY_BYTES = 16 << 10;

    private static final int BLOCK_BYTES = 512;
    private static final int MAX_PEERS = 1_000;
    private static final int THREADS = 2;

    private final Collection<CoapDevice> devices;
    private final RequestDoor door;
    private final Configuration configuration = configuration();
    private final CoapServer server;

    static {
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
    }

    /** An endpoint for these devices; it listens after {@link #listen}. */
    public CoapEndpointServer(Collection<CoapDevice> devices, Clock clock) {
        this.devices = List.copyOf(devices);
        this.door = new RequestDoor(devices, clock);
        this.server = new CoapServer(configuration);
        server.setMessageDeliverer(door);
    }

    private static Configuration configuration() {
        // Without a file: Californium would otherwise leave its settings in the working directory.
        Configuration configuration = Configuration.createStandardWithoutFile();
        configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, MAX_BODY_BYTES);
        configuration.set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK_BYTES);
        configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK_BYTES);
        configuration.set(CoapConfig.MAX_ACTIVE_PEERS, MAX_PEERS);
        configuration.set(CoapConfig.MAX_PEER_INACTIVITY_PERIOD, 10, TimeUnit.MINUTES);
        // Remembers messages by peer, and not without bound.
        configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
        configuration.set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, THREADS);
        configuration.set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1);
        configuration.set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
        configuration.set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY);
        configuration.set(DtlsConfig.DTLS_MAX_CONNECTIONS, MAX_PEERS);
        configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
        configuration.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
        return configuration;
    }

    /** Listens in the clear, also for those who must not come so; the answer is the port, the system's choice where 0. */
    public int listen(String host, int port) throws IOException {
        return started(CoapEndpoint.builder()
                .setConfiguration(configuration)
                .setInetSocketAddress(new InetSocketAddress(host, port))
                .build());
    }

    /** Listens for devices with a key, over DTLS. */
    public int listenSecurely(String host, int port) throws IOException {
        return started(CoapEndpoint.builder()
                .setConfiguration(configuration)
                .setConnector(dtls(new InetSocketAddress(host, port)))
                .build());
    }

    private int started(CoapEndpoint endpoint) throws IOException {
        server.addEndpoint(endpoint);
        endpoint.start();
        return endpoint.getAddress().getPort();
    }

    private DTLSConnector dtls(InetSocketAddress at) {
        AdvancedMultiPskStore keys = new AdvancedMultiPskStore();
        devices.forEach(device -> device.key().ifPresent(key -> keys.setKey(key.identity(), key.bytes())));
        return new DTLSConnector(DtlsConnectorConfig.builder(configuration)
                .setAddress(at)
                .setAdvancedPskStore(keys)
                .build());
    }

    /** Who waits is told to come again; then nothing is heard any more. */
    @Override
    public void close() {
        door.close();
        server.destroy();
    }
}
