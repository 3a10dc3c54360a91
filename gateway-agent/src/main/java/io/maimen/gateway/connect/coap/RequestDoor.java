package io.maimen.gateway.connect.coap;

import java.security.Principal;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.MessageDeliverer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests in to the device they are for, or says why not. Thread-safe. */
final class RequestDoor implements MessageDeliverer {
    private static final Logger LOG = LoggerFactory.getLogger(RequestDoor.class);
    private static final Set<Code> METHODS = Set.of(Code.POST, Code.PUT);
    private static final Set<Integer> FORMATS = Set.of(
            MediaTypeRegistry.APPLICATION_SENML_JSON,
            MediaTypeRegistry.APPLICATION_SENML_CBOR,
            MediaTypeRegistry.APPLICATION_JSON,
            MediaTypeRegistry.TEXT_PLAIN,
            // A client that names none leaves it to us; the driver sees which it is.
            MediaTypeRegistry.UNDEFINED);

    private final Map<String, CoapDevice> devices;
    private final Map<String, CoapDeviceConnection> current = new ConcurrentHashMap<>();
    private final Clock clock;

    RequestDoor(Collection<CoapDevice> devices, Clock clock) {
        this.devices = devices.stream().collect(Collectors.toUnmodifiableMap(CoapDevice::path, Function.identity()));
        this.clock = clock;
    }

    @Override
    public void deliverRequest(Exchange exchange) {
        Request request = exchange.getRequest();
        String path = request.getOptions().getUriPathString();
        Optional<CoapDevice> device = owner(path);
        if (device.isEmpty()) {
            CoapAnswer.refuse(exchange, ResponseCode.NOT_FOUND, "path must be a device's of this gateway");
        } else if (!device.get().admits(identity(request))) {
            LOG.warn(
                    "GW-035 request for {} must come {} but came {}; check key and identity of the device",
                    device.get().path(),
                    device.get().key().map(key -> "over DTLS as " + key).orElse("in the clear"),
                    identity(request).map(who -> "over DTLS as " + who).orElse("in the clear"));
            CoapAnswer.refuse(exchange, ResponseCode.UNAUTHORIZED, "this path belongs to another identity");
        } else if (!METHODS.contains(request.getCode())) {
            CoapAnswer.refuse(exchange, ResponseCode.METHOD_NOT_ALLOWED, "method must be POST or PUT");
        } else if (!FORMATS.contains(request.getOptions().getContentFormat())) {
            CoapAnswer.refuse(
                    exchange,
                    ResponseCode.UNSUPPORTED_CONTENT_FORMAT,
                    "content format must be 110 or 112 (SenML), 50 (JSON) or 0 (text)");
        } else if (request.getPayloadSize() == 0) {
            CoapAnswer.refuse(exchange, ResponseCode.BAD_REQUEST, "payload must be a reading but was empty");
        } else {
            connection(device.get()).received(exchange, path, request.getPayload());
        }
    }

    /** Whose a path is: a device's own, or one below it. */
    private Optional<CoapDevice> owner(String path) {
        Optional<CoapDevice> device = Optional.ofNullable(devices.get(path));
        int above = path.lastIndexOf('/');
        return device.isPresent() || above < 0 ? device : owner(path.substring(0, above));
    }

    /** Who the handshake proved it to be; empty for a request in the clear. */
    private static Optional<String> identity(Request request) {
        return Optional.ofNullable(request.getSourceContext().getPeerIdentity()).map(Principal::getName);
    }

    /** The device's connection, a new one where the last was ended. */
    private CoapDeviceConnection connection(CoapDevice device) {
        return current.compute(device.path(), (path, last) -> {
            if (last != null && last.isOpen()) {
                return last;
            }
            CoapDeviceConnection next = new CoapDeviceConnection(device, clock);
            next.open();
            return next;
        });
    }

    void close() {
        current.values().forEach(connection -> connection.close("the gateway stops"));
    }

    /** We ask nobody, so nothing is answered. */
    @Override
    public void deliverResponse(Exchange exchange, Response response) {
        LOG.debug("a response that nobody asked for: {}", response.getCode());
    }
}
