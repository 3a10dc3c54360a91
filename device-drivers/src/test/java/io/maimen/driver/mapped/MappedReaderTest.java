package io.maimen.driver.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.FakeSession;
import io.maimen.observation.FrameField;
import io.maimen.observation.ObservationId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedReaderTest {
    private static final String CUFF = """
            messages:
              - topic: cuff/+
                time: { at: /t, form: epochMilliseconds }
                slot: /user
                noValue: { ERR: error }
                values:
                  - { at: /sys, code: mdc:150021, unit: { at: /unit, words: { mmHg: "mm[Hg]", kPa: kPa } } }
                  - { at: /dia, code: mdc:150022, unit: { at: /unit, words: { mmHg: "mm[Hg]", kPa: kPa } } }
                  - { at: /map, code: mdc:150023, unit: "mm[Hg]" }
                  - { at: /pulse, code: mdc:149546, unit: /min, scale: 0.5 }
              - topic: battery
                payload: number
                noValue: { unknown: unknown }
                values: [ { code: mdc:67996, unit: "%" } ]
              - topic: state
            """;

    private static final String READING =
            "{\"t\":1772625670250,\"user\":1,\"sys\":16.00,\"dia\":10.5,\"unit\":\"kPa\",\"pulse\":133,\"other\":[1,2]}";

    private static FakeSession sent(String topic, String message) {
        return Messages.sent(CUFF, topic, message);
    }

    @Test
    void digitsUnitTimeAndUserArriveAsTheyWereSent() {
        assertEquals("""
                mdc:150020 [mdc:150021 16.00 kPa, mdc:150022 10.5 kPa] slot 1 at 2026-03-04T12:01:10.250Z
                mdc:149546 66.5 /min slot 1 at 2026-03-04T12:01:10.250Z""", Messages.read(sent("cuff/a", READING)));
    }

    @Test
    void theFrameShowsEveryFieldAlsoThoseNobodyNamed() {
        Store store = sent("cuff/a", READING).actions.stream()
                .filter(Store.class::isInstance)
                .map(Store.class::cast)
                .findFirst()
                .orElseThrow();
        List<FrameField> fields = store.rawFrames().get(0).fields();
        assertEquals(
                List.of("t", "user", "sys", "dia", "unit", "pulse", "other", "other"),
                fields.stream().map(FrameField::name).toList());
        assertEquals("16.00", fields.get(2).value());
        assertEquals(READING.indexOf("16.00"), fields.get(2).offset());
    }

    @Test
    void theSameReadingSentAgainIsOneAlsoWhenAnUnnamedFieldChanged() {
        ObservationId first = sent("cuff/a", READING).observations.get(0).id();
        assertEquals(
                first,
                sent("cuff/b", READING.replace("[1,2]", "[3]"))
                        .observations
                        .get(0)
                        .id());
        assertNotEquals(
                first,
                sent("cuff/a", READING.replace("16.00", "16.01"))
                        .observations
                        .get(0)
                        .id());
        assertNotEquals(
                first,
                sent("cuff/a", READING.replace("\"user\":1", "\"user\":2"))
                        .observations
                        .get(0)
                        .id());
    }

    /** Two equal readings without a time are two readings, marked. */
    @Test
    void withoutATimeEveryMessageIsAReadingOfItsOwn() {
        FakeSession session = sent("battery", "87").send(new Channel("battery"), FakeSession.hex("3837"));
        assertEquals(2, session.observations.size());
        assertNotEquals(
                session.observations.get(0).id(), session.observations.get(1).id());
        assertTrue(Messages.read(session).startsWith("mdc:67996 87 % DEVICE_CLOCK_UNSET POSSIBLY_THE_SAME\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"sys\":\"ERR\",\"dia\":null}; mdc:150020 [mdc:150021 error, mdc:150022 unknown] DEVICE_CLOCK_UNSET POSSIBLY_THE_SAME",
                "{\"sys\":120,\"unit\":\"mmHg\"}; mdc:150020 [mdc:150021 120 mm[Hg], mdc:150022 unknown] DEVICE_CLOCK_UNSET POSSIBLY_THE_SAME",
                "{\"map\":93,\"user\":null}; mdc:150020 [mdc:150021 unknown, mdc:150022 unknown, mdc:150023 93 mm[Hg]] DEVICE_CLOCK_UNSET POSSIBLY_THE_SAME",
                "{\"map\":93,\"t\":17}; mdc:150020 [mdc:150021 unknown, mdc:150022 unknown, mdc:150023 93 mm[Hg]] DEVICE_CLOCK_UNSET POSSIBLY_THE_SAME",
            })
    void whatIsMissingIsAReasonAndNeverANumber(String message, String read) {
        assertEquals(read, Messages.read(sent("cuff/a", message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "other; 1; MAP-020",
                "cuff/a; 1; MAP-021",
                "cuff/a; {\"sys\":1,\"sys\":2}; MAP-021",
                "cuff/a; {\"sys\":; MAP-021",
                "cuff/a; {\"map\":\"93 mmHg\"}; MAP-022",
                "cuff/a; {\"map\":true}; MAP-022",
                "cuff/a; {\"map\":1234567890123456789}; MAP-022",
                "battery; 87%; MAP-022",
                "cuff/a; {\"temperature\":36.6}; MAP-023",
                "cuff/a; {\"sys\":120}; MAP-024",
                "cuff/a; {\"sys\":120,\"unit\":\"cmH2O\"}; MAP-024",
                "cuff/a; {\"map\":93,\"user\":\"Anna\"}; MAP-025",
                "cuff/a; {\"map\":93,\"user\":256}; MAP-025",
            })
    void whatCannotBeReadSurelyGoesToQuarantineWhole(String topic, String message, String code) {
        FakeSession session = sent(topic, message);
        assertEquals(code, session.rejects.get(0).error().code());
        assertEquals(List.of(), session.observations);
        assertEquals(new Acknowledge(DeliveryId.NONE, Acknowledgement.MALFORMED), session.last());
    }

    @Test
    void aMessageWithoutValuesIsKeptAndNotRead() {
        FakeSession session = sent("state", "Online");
        assertTrue(session.actions.get(0) instanceof Store store
                && store.observations().isEmpty());
        assertEquals(new Acknowledge(DeliveryId.NONE, Acknowledgement.ACCEPTED), session.last());
    }

    @Test
    void whatCouldNotBeStoredIsNotCalledStored() {
        FakeSession session = Messages.session(CUFF);
        session.stores = false;
        session.send(new Channel("battery"), FakeSession.hex("3837"));
        assertEquals(new Acknowledge(DeliveryId.NONE, Acknowledgement.NOT_STORED), session.last());
    }

    @Property(tries = 300)
    void noBytesThrow(@ForAll byte[] bytes, @ForAll boolean json) {
        FakeSession session = Messages.session(CUFF).send(new Channel(json ? "cuff/a" : "battery"), bytes);
        assertTrue(session.last() instanceof Acknowledge);
    }

    /** JSON's other encodings begin with zeros; their places could not be shown. */
    @ParameterizedTest
    @CsvSource({"7b00226d22003a00310000", "0000007b0000007d", "feff007b007d", "7b2200223a317d", "7b22223a317d"})
    void bytesThatOnlyLookLikeJsonAreRefused(String hex) {
        FakeSession session = Messages.session(CUFF).send(new Channel("cuff/a"), FakeSession.hex(hex));
        assertEquals(1, session.rejects.size());
    }
}
