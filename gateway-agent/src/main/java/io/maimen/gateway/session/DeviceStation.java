package io.maimen.gateway.session;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverOptions;
import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.device.DeviceId;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** The place of one configured device: gives each of its connections a session with a fresh protocol. Thread-safe. */
public final class DeviceStation implements ConnectionAcceptor {
    private final DeviceId device;
    private final DeviceDriver driver;
    private final DriverOptions options;
    private final ZoneId place;
    private final SessionParts parts;
    private final Executor pool;
    private final DeviceMeter meter = new DeviceMeter();
    private final String run;
    private final AtomicLong connections = new AtomicLong();

    /**
     * A station without a connection yet.
     *
     * @param pool the threads that sessions share; each keeps one busy while it writes to the disk or the device
     * @throws IllegalArgumentException when the driver refuses its options
     */
    public DeviceStation(
            DeviceId device,
            DeviceDriver driver,
            DriverOptions options,
            ZoneId place,
            SessionParts parts,
            Executor pool) {
        this.device = device;
        this.driver = driver;
        this.options = options;
        this.place = place;
        this.parts = parts;
        this.pool = pool;
        this.run = parts.clock().instant().toString();
        // Options are wrong now, or never: not at night, when the device connects.
        driver.open(context(0));
    }

    /** Which device it is. */
    public DeviceId device() {
        return device;
    }

    /** The driver's name. */
    public String driverName() {
        return driver.ref().name();
    }

    /** When this device may believe that a reading is safe. */
    public AcknowledgementClass acknowledgementClass() {
        return driver.acknowledgementClass();
    }

    /** Its counts. */
    public DeviceMeter meter() {
        return meter;
    }

    @Override
    public ConnectionListener accept(DeviceConnection connection) {
        DeviceContext context = context(connections.incrementAndGet());
        DeviceSession session = new DeviceSession(device, opened(context), connection, parts, meter, pool);
        session.start();
        return session;
    }

    /** A driver that cannot open fails like one that cannot go on: with its first event, in its session. */
    private DeviceProtocol opened(DeviceContext context) {
        try {
            return driver.open(context);
        } catch (RuntimeException e) {
            return event -> {
                throw new IllegalStateException("the driver must open but did not", e);
            };
        }
    }

    private DeviceContext context(long connection) {
        return new DeviceContext(device, run + "/" + connection, place, options);
    }
}
