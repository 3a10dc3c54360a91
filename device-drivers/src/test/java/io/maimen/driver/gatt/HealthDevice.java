package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A device of one driver over one connection, at a clinic in Shanghai, at 12:41 of 2024-01-30. Confined to one thread. */
final class HealthDevice {
    static final Instant NOW = Instant.parse("2024-01-30T04:41:00Z");

    private final DeviceProtocol protocol;

    HealthDevice(DeviceDriver driver, String connection) {
        this(driver, connection, Map.of());
    }

    HealthDevice(DeviceDriver driver, String connection, Map<String, String> options) {
        protocol = driver.open(new DeviceContext(
                DeviceId.serial("SN-0001"), connection, ZoneId.of("Asia/Shanghai"), new DriverOptions(options)));
    }

    /** A device that says nothing of itself; what is wanted of it then. */
    List<DriverAction> connects() {
        return introduces(Map.of());
    }

    /**
     * A device that answers some of what it is asked first, in pairs of digits; what is wanted of it then.
     */
    List<DriverAction> introduces(Map<Channel, String> answers) {
        List<DriverAction> actions = List.of();
        for (DriverAction question : on(new Connected(NOW))) {
            Channel asked = assertInstanceOf(Read.class, question).channel();
            actions = answers.containsKey(asked)
                    ? sends(asked, answers.get(asked))
                    : on(new WriteFailed(asked, "there is no such characteristic"));
        }
        return actions;
    }

    /** @param hex pairs of digits, with blanks where they help */
    List<DriverAction> sends(Channel channel, String hex) {
        return on(new Received(channel, DeliveryId.NONE, Bytes.of(CuffBytes.hex(hex)), new ReceiveTime(NOW)));
    }

    /** What a value that is stored at once was read as. */
    List<Observation> measures(Channel channel, String hex) {
        return assertInstanceOf(Store.class, sends(channel, hex).get(0)).observations();
    }

    List<DriverAction> on(DriverEvent event) {
        return protocol.on(event);
    }
}
