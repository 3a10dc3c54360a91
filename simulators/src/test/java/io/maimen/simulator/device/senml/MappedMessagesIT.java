package io.maimen.simulator.device.senml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device without a driver: other makers' clients, the gateway's endpoints and a mapping. */
class MappedMessagesIT {
    private static final String SERIAL = "JC-0001";
    private static final String PASSWORD = "p";
    private static final String MAPPING = """
            messages:
              - topic: mapped/+/result
                time: { at: /taken, form: epochSeconds }
                values:
                  - { at: /pressure/0, code: mdc:150021, unit: "mm[Hg]" }
                  - { at: /pressure/1, code: mdc:150022, unit: "mm[Hg]" }
              - topic: mapped/+/temperature
                payload: number
                values: [ { code: mdc:150364, unit: Cel, scale: 0.1 } ]
            """;
    private static final String READING = "{\"taken\":1772625670,\"pressure\":[128,79]}";

    private final SenmlGateway gateway = new SenmlGateway(SERIAL, "mapped", Map.of("mapping", MAPPING));

    @AfterEach
    void close() throws Exception {
        gateway.close();
    }

    @Test
    void mosquittoPubIsToldWhatBecameOfItsMessage() throws Exception {
        int port = gateway.mqtt(PASSWORD);
        String good = OtherMakersClients.publish(port, SERIAL, PASSWORD, "mapped/JC-0001/result", READING);
        assertTrue(good.contains("received PUBACK (Mid: 1, RC:0)"), good);
        assertEquals(1, gateway.panels().count());
        String bad = OtherMakersClients.publish(port, SERIAL, PASSWORD, "mapped/JC-0001/result", "[]");
        assertTrue(bad.contains("RC:153"), bad);
        assertEquals(1, gateway.quarantined().size());
    }

    @Test
    void libcoapPostsToTheResourcesOfItsMapping() throws Exception {
        int port = gateway.coap(Optional.empty()).listen("127.0.0.1", 0);
        String json = OtherMakersClients.post(port, "mapped/JC-0001/result", "50", READING);
        assertTrue(json.contains(" 2.04"), json);
        String text = OtherMakersClients.post(port, "mapped/JC-0001/temperature", "0", "366");
        assertTrue(text.contains(" 2.04"), text);
        Observation warm = gateway.observations().skip(1).findFirst().orElseThrow();
        assertEquals("36.6 Cel", ((NumericValue) warm.value()).quantity().toString());
        String nobodys = OtherMakersClients.post(port, "mapped/JC-0001/other", "50", READING);
        assertTrue(nobodys.contains("4.00"), nobodys);
    }
}
