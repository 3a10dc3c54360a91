package io.maimen.driver.senml;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;

/** Packs as docs/devices/senml-cuff.md shows them. */
final class Packs {
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** The pack of the specification, in JSON: measured at 2026-03-04T11:59:30Z by the user of slot 2. */
    static final Bytes JSON = json("""
            [{"bn":"urn:dev:os:32473-CP-0001:","bt":1772625570,"n":"systolic","u":"mmHg","v":128},
             {"n":"diastolic","u":"mmHg","v":79},{"n":"mean","u":"mmHg","v":95},
             {"n":"pulse","u":"beat/min","v":66},{"n":"slot","v":2}]""");

    /** The same in CBOR. */
    static final Bytes CBOR = Bytes.of(HexFormat.of()
            .parseHex(
                    "85" // array of 5 records
                            + "a5" // map of 5
                            + "21" + "7819"
                            + "75726e3a6465763a6f733a33323437332d43502d303030313a" // -2 bn: urn:dev:os:32473-CP-0001:
                            + "22" + "1a69a81ea2" // -3 bt: 1772625570
                            + "00" + "68" + "737973746f6c6963" // 0 n: systolic
                            + "01" + "64" + "6d6d4867" // 1 u: mmHg
                            + "02" + "1880" // 2 v: 128
                            + "a3" + "00" + "69" + "64696173746f6c6963" + "01" + "64" + "6d6d4867" + "02"
                            + "184f" // diastolic 79
                            + "a3" + "00" + "64" + "6d65616e" + "01" + "64" + "6d6d4867" + "02" + "185f" // mean 95
                            + "a3" + "00" + "65" + "70756c7365" + "01" + "68" + "626561742f6d696e" + "02"
                            + "1842" // pulse 66
                            + "a2" + "00" + "64" + "736c6f74" + "02" + "02")); // slot 2

    private Packs() {}

    static Bytes json(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static DeviceProtocol protocol(Map<String, String> options) {
        return new SenmlDriver()
                .open(new DeviceContext(
                        DeviceId.serial("CP-0001"), "connection-1", ZoneOffset.UTC, new DriverOptions(options)));
    }

    static Received received(Bytes pack) {
        return new Received(new Channel("senml/CP-0001"), new DeliveryId(7), pack, new ReceiveTime(NOON));
    }
}
