package io.maimen.simulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.match.Content;
import io.maimen.simulator.match.Stored;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredItemTest {
    private static final DeviceId CUFF = DeviceId.serial("BP-0001");

    @Test
    void aPanelIsEachOfItsPartsUnderTheNameTheCuffHasForIt() {
        assertEquals(
                List.of(
                        stored("mdc:150021", "182", Optional.of("p-chen")),
                        stored("mdc:150022", "111", Optional.of("p-chen"))),
                StoredItem.read(new JsonObject("""
                        {"kind":"result","device":"serial:BP-0001","specimen":null,"slot":2,"code":"mdc:150020",
                         "value":null,"simulated":true,"measuredAt":"2026-03-04T00:15:00.000Z",
                         "patient":{"id":"p-chen","name":"陈"},
                         "components":[
                           {"code":"mdc:150021","value":"182","comparator":"=","unit":"mm[Hg]"},
                           {"code":"mdc:150022","value":"111","comparator":"=","unit":"mm[Hg]"}]}""")));
    }

    @Test
    void aReadingInTheInboxIsNobodys() {
        assertEquals(
                List.of(new Stored(
                        Content.result(CUFF, "-/1772583300", "mdc:149546", "72", "/min", true), Optional.empty())),
                StoredItem.read(new JsonObject("""
                        {"kind":"result","device":"serial:BP-0001","specimen":null,"slot":null,"code":"mdc:149546",
                         "value":"72","comparator":"=","unit":"/min","simulated":true,"components":[],
                         "measuredAt":"2026-03-04T00:15:00.000Z","patient":null}""")));
    }

    private static Stored stored(String code, String value, Optional<String> patient) {
        return new Stored(Content.result(CUFF, "2/1772583300", code, value, "mm[Hg]", true), patient);
    }
}
