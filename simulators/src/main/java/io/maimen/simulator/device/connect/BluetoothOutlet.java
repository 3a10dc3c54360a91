package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.bluez.Peripheral;
import io.maimen.simulator.device.bluez.Radio;
import io.maimen.simulator.device.bluez.VirtualBluez;
import io.maimen.simulator.device.line.DeviceLink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A Bluetooth LE device within reach of a virtual BlueZ. It calls out once a second while nobody is connected. */
final class BluetoothOutlet implements DeviceOutlet, Peripheral {
    private static final int CALL_EVERY_MS = 1_000;

    private final VirtualBluez bluez;
    private final DeviceLink.BluetoothLowEnergy link;
    private final String address;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<Host> host = Optional.empty();
    private volatile Optional<Radio> radio = Optional.empty();

    /** @param address as AA:BB:CC:DD:EE:FF */
    BluetoothOutlet(VirtualBluez bluez, DeviceLink.BluetoothLowEnergy link, String address) {
        this.bluez = bluez;
        this.link = link;
        this.address = address;
    }

    @Override
    public void open(Host heard) {
        host = Optional.of(heard);
        Radio own = bluez.bring(this);
        radio = Optional.of(own);
        Threads.daemon("ble-" + address, () -> callOut(own));
    }

    private void callOut(Radio own) {
        try {
            do {
                own.advertise();
            } while (!closed.await(CALL_EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void send(String channel, Bytes bytes) {
        radio.ifPresent(own -> own.indicate(channel, bytes.toArray()));
    }

    @Override
    public void hangUp() {
        radio.ifPresent(Radio::leave);
    }

    @Override
    public void close() {
        closed.countDown();
        hangUp();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String name() {
        return link.name();
    }

    @Override
    public List<GattService> services() {
        return link.services();
    }

    @Override
    public byte[] read(String uuid) {
        return host.map(heard -> heard.read(uuid).toArray()).orElseGet(() -> new byte[0]);
    }

    @Override
    public void written(String uuid, byte[] value) {
        host.ifPresent(heard -> heard.written(uuid, Bytes.of(value)));
    }

    @Override
    public void connected() {
        host.ifPresent(Host::connected);
    }

    @Override
    public void subscribed(String uuid) {
        host.ifPresent(heard -> heard.subscribed(uuid));
    }

    /** A host that unsubscribes is about to leave. */
    @Override
    public void unsubscribed() {}

    @Override
    public void disconnected() {
        host.ifPresent(Host::disconnected);
    }
}
