package io.maimen.simulator.conformance.play;

import static java.util.Objects.requireNonNull;

import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverCatalogue;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;

/**
 * One device and one driver, as a gateway would join them: the driver is opened anew for each connection, a lost connection is made
 * again after a second, and everything a driver asks for is done at once. Immutable; each {@code with…} gives another play. A
 * {@link LineDevice} has a memory, so a play of one device is run once.
 *
 * @param link decides whether messages wait for an acknowledgement, and are sent again when none came
 * @param driver a fresh protocol for each connection; connections count from 1
 * @param begin when the first connection stands
 * @param length how long, in the device's time; after it no connection is made any more
 * @param farewell how long the connection that stands then may last, until the device ends it; then the line is cut once more
 * @param refused which stores the outbox refuses; they count from 1
 * @param cuts when the gateway's side of the line dies, after {@code begin}
 * @param mostEvents more in one play is an endless conversation
 */
public record Play(
        DeviceLink link,
        LineDevice device,
        IntFunction<DeviceProtocol> driver,
        Instant begin,
        Duration length,
        Duration farewell,
        LongPredicate refused,
        List<Duration> cuts,
        int mostEvents) {
    /** When a play begins if nothing else is said. */
    public static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");

    /** Where devices and their clocks are. */
    public static final ZoneId PLACE = ZoneId.of("Asia/Shanghai");

    private static final Duration LENGTH = Duration.ofMinutes(1);
    private static final int MOST_EVENTS = 1_000_000;

    public Play {
        requireNonNull(link, "link");
        requireNonNull(device, "device");
        requireNonNull(driver, "driver");
        requireNonNull(begin, "begin");
        requireNonNull(length, "length");
        requireNonNull(farewell, "farewell");
        requireNonNull(refused, "refused");
        cuts = List.copyOf(cuts);
    }

    /** A minute in which all goes well. */
    public static Play of(DeviceLink link, LineDevice device, IntFunction<DeviceProtocol> driver) {
        return new Play(link, device, driver, BEGIN, LENGTH, Duration.ZERO, store -> false, List.of(), MOST_EVENTS);
    }

    /** A minute of a family's device, its clock right, with the driver of the family's name. */
    public static Play of(DeviceFamily family, long seed, String... habits) {
        return of(family, family.make(seed, DeviceClock.right(PLACE), Set.of(habits)));
    }

    /** The same for a device that was made already, and perhaps stands behind faults. */
    public static Play of(DeviceFamily family, LineDevice device) {
        return of(family.link(), device, driverOf(family));
    }

    /**
     * The driver of the family's name, with the options the family asks for. The device's serial number is that name too.
     *
     * @throws IllegalArgumentException where no driver has that name, or it refuses an option
     */
    public static IntFunction<DeviceProtocol> driverOf(DeviceFamily family) {
        Map<String, String> options = new LinkedHashMap<>(family.driverOptions());
        DriverCatalogue.Found found = DriverCatalogue.installed().find(family.name());
        if (found instanceof DriverCatalogue.Found.Unknown unknown) {
            throw new IllegalArgumentException(unknown.message());
        }
        DeviceDriver opened = ((DriverCatalogue.Found.Driver) found).driver();
        return connection -> opened.open(new DeviceContext(
                DeviceId.serial(family.name()), "play-" + connection, PLACE, new DriverOptions(options)));
    }

    /** The same for so long. */
    public Play withLength(Duration anew) {
        return new Play(link, device, driver, begin, anew, farewell, refused, cuts, mostEvents);
    }

    /** The same, and what is under way in the end may come to its end. */
    public Play withFarewell(Duration anew) {
        return new Play(link, device, driver, begin, length, anew, refused, cuts, mostEvents);
    }

    /** The same at another time. */
    public Play withBegin(Instant anew) {
        return new Play(link, device, driver, anew, length, farewell, refused, cuts, mostEvents);
    }

    /** The same with an outbox that answers these stores, counted from 1, with NotStored. */
    public Play withRefused(LongPredicate anew) {
        return new Play(link, device, driver, begin, length, farewell, anew, cuts, mostEvents);
    }

    /** The same with a line that dies so long after the beginning. */
    public Play withCuts(Duration... anew) {
        return new Play(link, device, driver, begin, length, farewell, refused, List.of(anew), mostEvents);
    }

    /** The same, endless sooner or later. */
    public Play withMostEvents(int anew) {
        return new Play(link, device, driver, begin, length, farewell, refused, cuts, anew);
    }

    /**
     * Plays it.
     *
     * @throws IllegalStateException with SIM-050 where device and driver talk without end
     */
    public Played run() {
        VirtualTime time = new VirtualTime(begin, mostEvents);
        Stage stage = new Stage(this, time);
        stage.connect();
        cuts.forEach(cut -> time.after(cut, stage::disconnect));
        time.run(begin.plus(length));
        stage.connectNoMore();
        time.run(begin.plus(length).plus(farewell));
        stage.disconnect();
        return stage.played();
    }
}
