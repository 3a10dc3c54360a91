package io.maimen.driver.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.FakeSession;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingReaderTest {
    private static String refusal(String mapping) {
        return assertThrows(IllegalArgumentException.class, () -> MappingReader.read(mapping))
                .getMessage();
    }

    @Test
    void everyMistakeIsReportedAtOnceWithItsLine() {
        assertEquals(
                """
                MAP-005 mapping.messages[0].topic (line 2) must be a topic or resource path such as cuffs/+/result but was 'cuffs/a+'
                MAP-005 mapping.messages[0].time (line 3) must be KEY: VALUE lines but was '/Time'
                MAP-004 mapping.messages[0].time.at (line 3) must be a JSON pointer such as /bp/sys but was missing
                MAP-004 mapping.messages[0].values[0].at (line 5) must be a JSON pointer such as /bp/sys but was missing
                MAP-005 mapping.messages[0].values[0].code (line 5) must be a code such as mdc:150021 or loinc:8480-6 but was '150364'
                MAP-005 mapping.messages[0].values[0].scale (line 6) must be a decimal other than 0, such as 0.1 but was '0'
                MAP-004 mapping.messages[0].values[0].unit (line 5) must be a UCUM unit such as mm[Hg] but was missing
                MAP-003 mapping.messages[0].unit (line 7) must be one of noValue, payload, slot, status, time, topic, values but was 'unit'""".lines().sorted().toList(), refusal("""
                        messages:
                          - topic: cuffs/a+
                            time: /Time
                            values:
                              - code: 150364
                                scale: 0
                            unit: Cel
                        """).lines().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "messages: [; MAP-002",
                "''; MAP-004",
                "messages: []; MAP-004",
                "messages: 7; MAP-005",
                "{messages: [{topic: a, topik: b}]}; MAP-003",
                "{messages: [{topic: a, topic: b}]}; MAP-006",
                "{messages: [{topic: a, values: [{at: /a, code: 'mdc:1', unit: '1'}, {at: /b, code: 'mdc:1', unit: '1'}]}]}; MAP-006",
                "{messages: [{topic: a, payload: number, slot: /user, values: [{code: 'mdc:1', unit: '1'}]}]}; MAP-007",
                "{messages: [{topic: a, values: [{at: /a, code: 'mdc:1', unit: {at: /unit}}]}]}; MAP-004",
                "{messages: [{topic: a, status: [FINE]}]}; MAP-005",
            })
    void whatAMappingMayNotSayHasItsCode(String mapping, String code) {
        assertTrue(refusal(mapping).startsWith(code + " "), () -> refusal(mapping));
    }

    @Test
    void jsonIsAMappingToo() {
        Mapping mapping = MappingReader.read(
                "{\"messages\": [{\"topic\": \"t/#\", \"values\": [{\"at\": \"/v\", \"code\": \"loinc:8480-6\", \"unit\": \"mm[Hg]\"}]}]}");
        assertEquals(
                "mdc:150021", mapping.messages().get(0).values().get(0).code().toString());
    }

    @Test
    void optionsNobodyKnowsAndAMissingMappingAreRefused() {
        MappedDriver driver = new MappedDriver();
        assertThrows(IllegalArgumentException.class, () -> new FakeSession(driver, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new FakeSession(driver, Map.of("map", "messages: []")));
    }

    @ParameterizedTest
    @CsvSource({
        "tele/+/SENSOR, tele/a/SENSOR, true",
        "tele/+/SENSOR, tele/SENSOR, false",
        "tele/+/SENSOR, tele/a/b/SENSOR, false",
        "tele/+, tele/, true",
        "tele/#, tele, true",
        "tele/#, tele/a/b, true",
        "#, anything, true",
        "tele/a, tele/a/, false",
        "tele/a, Tele/a, false",
    })
    void aTopicFitsAsMqttSays(String filter, String topic, boolean fits) {
        assertEquals(fits, TopicFilter.parse(filter).matches(topic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/#/b", "a#", "+a"})
    void aWildcardThatIsNoLevelIsRefused(String filter) {
        assertThrows(IllegalArgumentException.class, () -> TopicFilter.parse(filter));
    }

    /** Whatever stands in the file, the answer is a mapping or a reason that a person can read. */
    @Property(tries = 200)
    void noTextBringsAnythingButAReason(@ForAll String text) {
        try {
            MappingReader.read(text);
        } catch (IllegalArgumentException e) {
            assertFalse(e.getMessage().isBlank());
            assertTrue(e.getMessage().startsWith("MAP-0"), e.getMessage());
        }
    }
}
