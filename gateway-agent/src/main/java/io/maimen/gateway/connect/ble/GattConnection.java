package io.maimen.gateway.connect.ble;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.gateway.connect.ReadOutcome;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A device whose services BlueZ has resolved, until it leaves. Thread-safe. */
final class GattConnection implements DeviceConnection {
    private final BluezBus bus;
    private final BluezTree tree;
    private final String devicePath;
    private final Clock clock;
    private final Consumer<String> closer;
    private final CompletableFuture<ConnectionListener> listener = new CompletableFuture<>();
    private boolean ended;

    /** @param closer ends the Bluetooth connection, soon; told why */
    GattConnection(BluezBus bus, BluezTree tree, String devicePath, Clock clock, Consumer<String> closer) {
        this.bus = bus;
        this.tree = tree;
        this.devicePath = devicePath;
        this.clock = clock;
        this.closer = closer;
    }

    void open(ConnectionAcceptor acceptor) {
        listener.complete(acceptor.accept(this));
    }

    /** A value the device sent by itself. */
    void value(String uuid, Bytes bytes, ReceiveTime at) {
        ConnectionListener hears = listener.join();
        synchronized (this) {
            if (!ended) {
                hears.received(channel(uuid), DeliveryId.NONE, bytes, at);
            }
        }
    }

    /** The device is gone. Ending twice does nothing. */
    void end(String reason) {
        ConnectionListener hears = listener.join();
        synchronized (this) {
            if (!ended) {
                ended = true;
                hears.closed(reason);
            }
        }
    }

    @Override
    public Optional<String> subscribe(Channel channel, SubscribeMode mode) {
        return tree.characteristic(devicePath, channel.name())
                .map(bus::startNotify)
                .orElseGet(() -> Optional.of(missing(channel)));
    }

    @Override
    public ReadOutcome read(Channel channel) {
        Optional<String> path = tree.characteristic(devicePath, channel.name());
        if (path.isEmpty()) {
            return new ReadOutcome.Failed(missing(channel));
        }
        BluezBus.Read read = bus.read(path.get());
        return read instanceof BluezBus.Read.Value value
                ? new ReadOutcome.Value(value.bytes(), new ReceiveTime(clock.instant()))
                : new ReadOutcome.Failed(((BluezBus.Read.Failed) read).reason());
    }

    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        return tree.characteristic(devicePath, channel.name())
                .map(path -> bus.write(path, bytes))
                .orElseGet(() -> Optional.of(missing(channel)));
    }

    /** BlueZ has confirmed already. */
    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {}

    @Override
    public void close(String reason) {
        closer.accept(reason);
    }

    private static Channel channel(String uuid) {
        return new Channel(uuid.toLowerCase(Locale.ROOT));
    }

    private static String missing(Channel channel) {
        return "the device has no characteristic " + channel.name();
    }
}
