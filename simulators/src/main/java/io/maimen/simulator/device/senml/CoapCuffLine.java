package io.maimen.simulator.device.senml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;

/**
 * Confirmable POSTs in blocks of 64 bytes, as a small radio sends them. Without an answer the cuff begins with a new socket
 * and a new handshake: a gateway that was started again knows nothing of the old ones. Confined to one thread.
 */
final class CoapCuffLine implements CuffLine {
    private static final int BLOCK_BYTES = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int FIRST_RETRANSMISSION_MS = 500;

    private final String uri;
    private final int contentFormat;
    private final Optional<Psk> psk;
    private final Configuration configuration = configuration();
    private Optional<CoapEndpoint> socket = Optional.empty();

    static {
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
    }

    /** What the cuff proves itself with. */
    record Psk(String identity, String key) {
        @Override
        public String toString() {
            // Without the key: this may end in a log.
            return identity;
        }
    }

    /** @param psk empty: in the clear */
    CoapCuffLine(String host, int port, String path, int contentFormat, Optional<Psk> psk) {
        this.uri = (psk.isPresent() ? "coaps://" : "coap://") + host + ":" + port + "/" + path;
        this.contentFormat = contentFormat;
        this.psk = psk;
    }

    private static Configuration configuration() {
        Configuration configuration = Configuration.createStandardWithoutFile();
        configuration.set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK_BYTES);
        configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK_BYTES);
        // Two tries, the second after twice the time: a gateway that is silent for 1.5 s is asked anew.
        configuration.set(CoapConfig.ACK_TIMEOUT, FIRST_RETRANSMISSION_MS, TimeUnit.MILLISECONDS);
        configuration.set(CoapConfig.ACK_INIT_RANDOM, 1.0f);
        configuration.set(CoapConfig.MAX_RETRANSMIT, 1);
        configuration.set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1);
        configuration.set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1);
        configuration.set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
        configuration.set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY);
        configuration.set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, FIRST_RETRANSMISSION_MS, TimeUnit.MILLISECONDS);
        configuration.set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, 1);
        configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
        configuration.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
        return configuration;
    }

    String uri() {
        return uri;
    }

    @Override
    public Answer send(byte[] pack) throws InterruptedException {
        Request request = Request.newPost();
        request.setConfirmable(true);
        request.setURI(uri);
        request.getOptions().setContentFormat(contentFormat);
        request.setPayload(pack);
        try {
            CoapClient client = new CoapClient(uri).setEndpoint(socket()).setTimeout(PATIENCE.toMillis());
            CoapResponse response = client.advanced(request);
            if (response != null) {
                return answer(response);
            }
            close();
            return new Answer.Again(PAUSE, "no answer");
        } catch (ConnectorException | IOException e) {
            close();
            return new Answer.Again(PAUSE, "not sent: " + e.getMessage());
        }
    }

    private static Answer answer(CoapResponse response) {
        ResponseCode code = response.getCode();
        return switch (code) {
            case CHANGED -> new Answer.Stored();
            case BAD_REQUEST -> new Answer.Refused();
            case SERVICE_UNAVAILABLE ->
                new Answer.Again(Duration.ofSeconds(response.getOptions().getMaxAge()), "not stored");
            default -> new Answer.Again(PAUSE, code + " " + response.getResponseText());
        };
    }

    private CoapEndpoint socket() throws IOException {
        if (socket.isEmpty()) {
            CoapEndpoint.Builder builder = CoapEndpoint.builder().setConfiguration(configuration);
            psk.ifPresent(proof -> builder.setConnector(dtls(proof)));
            CoapEndpoint endpoint = builder.build();
            endpoint.start();
            socket = Optional.of(endpoint);
        }
        return socket.get();
    }

    private DTLSConnector dtls(Psk proof) {
        return new DTLSConnector(DtlsConnectorConfig.builder(configuration)
                .setAdvancedPskStore(
                        new AdvancedSinglePskStore(proof.identity(), proof.key().getBytes(StandardCharsets.UTF_8)))
                .build());
    }

    @Override
    public void close() {
        socket.ifPresent(CoapEndpoint::destroy);
        socket = Optional.empty();
    }
}
