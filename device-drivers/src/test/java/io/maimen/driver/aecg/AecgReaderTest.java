package io.maimen.driver.aecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.recording.EcgRecording;
import io.maimen.driver.recording.RefusedFile;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Samples;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.time.DeviceTime.OffsetBasis;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The files are written after the standard's text; none of a real cart was at hand. */
class AecgReaderTest {
    private static final ZoneId PLACE = ZoneId.of("Asia/Shanghai");
    private static final String TIME = """
            <component><sequence><code code="TIME_ABSOLUTE" codeSystem="2.16.840.1.113883.5.4"/>
            <value xsi:type="GLIST_TS"><head value="20261102093015.500"/><increment value="0.002" unit="s"/></value>
            </sequence></component>
            """;
    private static final String LEAD_I = lead("MDC_ECG_LEAD_I", "0", "uV", "2.5", "uV", "1 -2\n 300");

    @Test
    void aLeadIsItsDigitsTimesItsScale() throws RefusedFile {
        EcgRecording read = read(file(TIME + LEAD_I + lead("MDC_ECG_LEAD_AVR", "0", "mV", "0.005", "mV", "-7")));
        assertEquals(Samples.of(1, -2, 300), read.leads().get(0).samples());
        assertEquals(new BigDecimal("0.0025"), read.leads().get(0).millivoltsPerStep());
        assertEquals("aVR", read.leads().get(1).lead().name());
        assertEquals(new BigDecimal("0.005"), read.leads().get(1).millivoltsPerStep());
        assertEquals(new BigDecimal("500"), read.rateHz());
        assertEquals(
                Instant.parse("2026-11-02T01:30:15.500Z"),
                read.startedAt().orElseThrow().instant());
        assertEquals(OffsetBasis.ASSUMED, read.startedAt().orElseThrow().offsetBasis());
        assertEquals(Optional.of(new SpecimenId("TH-0042")), read.patient());
    }

    @Test
    void theFilesOwnZeroIsAddedInWholeSteps() throws RefusedFile {
        assertEquals(
                Samples.of(401, 402),
                read(file(TIME + lead("MDC_ECG_LEAD_V1", "1", "mV", "2.5", "uV", "1 2")))
                        .leads()
                        .get(0)
                        .samples());
        assertEquals("AEC-008", refusal(file(TIME + lead("MDC_ECG_LEAD_V1", "1", "uV", "2.5", "uV", "1 2"))));
    }

    @Test
    void aTimeMaySayItsZoneOrCountFromTheSeriesBegin() throws RefusedFile {
        String zoned = TIME.replace("20261102093015.500", "20261102093015+0700");
        EcgRecording read = read(file(zoned + LEAD_I));
        assertEquals(
                Instant.parse("2026-11-02T02:30:15Z"),
                read.startedAt().orElseThrow().instant());
        String relative = TIME.replace("TIME_ABSOLUTE", "TIME_RELATIVE")
                .replace("GLIST_TS", "GLIST_PQ")
                .replace("value=\"20261102093015.500\"", "value=\"250\" unit=\"ms\"");
        assertEquals(
                Instant.parse("2026-11-02T01:00:00.250Z"),
                read(file(relative + LEAD_I)).startedAt().orElseThrow().instant());
    }

    @Test
    void leadsRecordedOneGroupAfterTheOtherKeepTheirPlaces() throws RefusedFile {
        String later = TIME.replace("15.500", "18.000");
        String second = "</sequenceSet></component><component><sequenceSet>" + later;
        EcgRecording read = read(file(TIME + LEAD_I + second + lead("MDC_ECG_LEAD_V1", "0", "uV", "1", "uV", "5")));
        assertEquals(1_250, read.leads().get(1).firstSample());
        assertEquals("AEC-011", refusal(file(TIME + LEAD_I + second.replace("18.000", "18.001") + LEAD_I)));
    }

    @Test
    void whatAComputerAveragedIsNoRecording() throws RefusedFile {
        String derived = "</sequenceSet></component><derivation><derivedSeries><code code=\"REPRESENTATIVE_BEAT\"/>"
                + "<component><sequenceSet>" + TIME + LEAD_I + "</sequenceSet></component></derivedSeries></derivation>"
                + "<component><sequenceSet>" + TIME.replace("15.500", "16.500")
                + lead("MDC_ECG_LEAD_II", "0", "uV", "1", "uV", "5");
        assertEquals(2, read(file(TIME + LEAD_I + derived)).leads().size());
        assertEquals("AEC-004", refusal(file(TIME + LEAD_I).replace("\"RHYTHM\"", "\"REPRESENTATIVE_BEAT\"")));
    }

    @Test
    void aFieldLiesWhereTheFileSaysIt() throws RefusedFile {
        String file = file(TIME + LEAD_I).replace("<id extension", "<name>王芳</name><id extension");
        FrameField patient = read(file).fields().get(0);
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        assertEquals("TH-0042", new String(bytes, patient.offset(), patient.length(), StandardCharsets.UTF_8));
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnyEntityIsFollowed() {
        String entity = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        assertEquals("AEC-002", refusal(entity + file(TIME + LEAD_I).replace("300", "&b;")));
        assertTrue(refusal(file(TIME + LEAD_I).replace("300", "&b;")).matches("AEC-00[129]"));
    }

    @Test
    void whatIsNotWholeOrNotUnderstoodIsRefused() {
        String whole = file(TIME + LEAD_I);
        assertEquals("AEC-001", refusal(whole.substring(0, whole.length() - 20)), "a partial copy");
        assertEquals("AEC-003", refusal("<html/>"));
        assertEquals("AEC-005", refusal(file(LEAD_I)), "no time axis");
        assertEquals("AEC-006", refusal(file(TIME + LEAD_I.replace("\"uV\"", "\"furlong\""))));
        assertEquals("AEC-007", refusal(file(TIME + LEAD_I.replace("LEAD_I", "LEAD_QQ"))));
        assertEquals("AEC-009", refusal(file(TIME + LEAD_I.replace("300", "3.5"))));
        assertEquals("AEC-004", refusal(file(TIME + LEAD_I + LEAD_I)), "one lead twice");
    }

    @Property(tries = 300)
    void aByteThatChangedNeverThrows(@ForAll @IntRange(min = 0, max = 1_500) int at, @ForAll byte to) {
        byte[] file = file(TIME + LEAD_I).getBytes(StandardCharsets.UTF_8);
        file[at % file.length] = to;
        try {
            new AecgReader(Bytes.of(file), PLACE).read();
        } catch (RefusedFile e) {
            assertEquals("AEC", e.error().code().substring(0, 3));
        }
    }

    private static EcgRecording read(String file) throws RefusedFile {
        return new AecgReader(Bytes.of(file.getBytes(StandardCharsets.UTF_8)), PLACE).read();
    }

    private static String refusal(String file) {
        return assertThrows(RefusedFile.class, () -> read(file)).error().code();
    }

    private static String lead(
            String code, String origin, String originUnit, String scale, String unit, String digits) {
        return "<component><sequence><code code=\"" + code + "\" codeSystem=\"2.16.840.1.113883.6.24\"/>"
                + "<value xsi:type=\"SLIST_PQ\"><origin value=\"" + origin + "\" unit=\"" + originUnit + "\"/>"
                + "<scale value=\"" + scale + "\" unit=\"" + unit + "\"/><digits>" + digits
                + "</digits></value></sequence></component>";
    }

    private static String file(String sequences) {
        return """
                <AnnotatedECG xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <componentOf><timepointEvent><componentOf><subjectAssignment><subject>
                <trialSubject><id extension="TH-0042"/></trialSubject>
                </subject></subjectAssignment></componentOf></timepointEvent></componentOf>
                <component><series><code code="RHYTHM"/><effectiveTime><low value="20261102090000"/></effectiveTime>
                <component><sequenceSet>%s</sequenceSet></component></series></component></AnnotatedECG>
                """.formatted(sequences);
    }
}
