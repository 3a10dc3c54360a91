package io.maimen.gateway.connect.coap;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.network.Exchange;

/**
 * What a device posts, one request after another, until somebody ends it. CoAP has no connections, so this one stands from
 * the device's first request on. Thread-safe.
 */
final class CoapDeviceConnection implements DeviceConnection {
    /** Requests of one device without an answer; a cuff has one. */
    static final int MAX_WAITING = 16;

    /** Longer than any disk takes: who waits for longer is told to come again, and what was forgotten is let go. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final CoapDevice device;
    private final Clock clock;
    private final Map<DeliveryId, Waiting> waiting = new LinkedHashMap<>();
    private Optional<ConnectionListener> listener = Optional.empty();
    private Optional<String> endReason = Optional.empty();
    private long deliveries;

    private record Waiting(Exchange exchange, Instant since) {}

    CoapDeviceConnection(CoapDevice device, Clock clock) {
        this.device = device;
        this.clock = clock;
    }

    void open() {
        ConnectionListener hears = device.acceptor().accept(this);
        Optional<String> ended;
        synchronized (this) {
            listener = Optional.of(hears);
            ended = endReason;
        }
        ended.ifPresent(hears::closed);
    }

    synchronized boolean isOpen() {
        return endReason.isEmpty();
    }

    /** Passes on what was posted to {@code path}, the device's or one below it; {@link #acknowledge} answers it. */
    void received(Exchange exchange, String path, byte[] payload) {
        ReceiveTime at = new ReceiveTime(clock.instant());
        DeliveryId delivery;
        ConnectionListener hears;
        synchronized (this) {
            letGo(at.instant());
            if (endReason.isPresent() || listener.isEmpty() || waiting.size() == MAX_WAITING) {
                CoapAnswer.notNow(exchange);
                return;
            }
            delivery = new DeliveryId(++deliveries);
            waiting.put(delivery, new Waiting(exchange, at.instant()));
            hears = listener.get();
        }
        // "I have it, wait": the device stops sending it again. It means nothing more; the answer follows the fsync.
        exchange.sendAccept();
        hears.received(new Channel(path), delivery, Bytes.of(payload), at);
    }

    private void letGo(Instant now) {
        List<Waiting> late = waiting.values().stream()
                .filter(each -> each.since().plus(LONGEST_WAIT).isBefore(now))
                .toList();
        waiting.values().removeAll(late);
        late.forEach(each -> CoapAnswer.notNow(each.exchange()));
    }

    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {
        Optional<Waiting> answered;
        synchronized (this) {
            answered = Optional.ofNullable(waiting.remove(delivery));
        }
        answered.map(Waiting::exchange).ifPresent(exchange -> {
            switch (acknowledgement) {
                case ACCEPTED -> CoapAnswer.send(exchange, ResponseCode.CHANGED);
                case MALFORMED -> CoapAnswer.send(exchange, ResponseCode.BAD_REQUEST);
                case NOT_STORED -> CoapAnswer.notNow(exchange);
            }
        });
    }

    /** Devices are answered, and offer no resources of their own. */
    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        return Optional.of("CoAP devices of this endpoint take no commands");
    }

    @Override
    public void close(String reason) {
        List<Waiting> unanswered;
        Optional<ConnectionListener> hears;
        synchronized (this) {
            if (endReason.isPresent()) {
                return;
            }
            endReason = Optional.of(reason);
            unanswered = new ArrayList<>(waiting.values());
            waiting.clear();
            hears = listener;
        }
        unanswered.forEach(each -> CoapAnswer.notNow(each.exchange()));
        hears.ifPresent(each -> each.closed(reason));
    }
}
