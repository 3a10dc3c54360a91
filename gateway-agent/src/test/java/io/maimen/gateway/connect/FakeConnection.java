package io.maimen.gateway.connect;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection that remembers what was done to it, in order. Thread-safe. */
public final class FakeConnection implements DeviceConnection {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile Optional<String> failure = Optional.empty();

    /** From now on writes fail with this reason. */
    public void failWrites(String reason) {
        failure = Optional.of(reason);
    }

    /** {@code write 06}, {@code subscribe 2a35 INDICATE}, {@code acknowledge 1 ACCEPTED}, {@code close reason}. */
    public List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        done.add("write " + bytes.hex());
        return failure;
    }

    @Override
    public Optional<String> subscribe(Channel channel, SubscribeMode mode) {
        done.add("subscribe " + channel.name() + " " + mode);
        return failure;
    }

    @Override
    public ReadOutcome read(Channel channel) {
        done.add("read " + channel.name());
        return failure.<ReadOutcome>map(ReadOutcome.Failed::new)
                .orElseGet(() -> new ReadOutcome.Value(Bytes.of((byte) 'M'), new ReceiveTime(Instant.EPOCH)));
    }

    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {
        done.add("acknowledge " + delivery.number() + " " + acknowledgement);
    }

    @Override
    public void close(String reason) {
        done.add("close " + reason);
    }
}
