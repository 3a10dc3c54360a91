package io.maimen.simulator.device.ecgfile;

import io.maimen.observation.Samples;
import io.maimen.observation.code.EcgLead;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** An examination as HL7 annotated ECG: one rhythm series with one sequence set. Stateless. */
final class AecgWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSS", Locale.ROOT);
    private static final String MDC = "2.16.840.1.113883.6.24";

    private AecgWriter() {}

    static byte[] file(Examination examination) {
        String begin = TIME.format(examination.startedAt());
        String leads = examination.leads().entrySet().stream()
                .map(lead -> lead(lead.getKey(), lead.getValue()))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <AnnotatedECG xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" type="Observation">
                <id root="61d1a24f-b47e-41aa-ae95-f8ac302f4eeb"/>
                <code code="93000" codeSystem="2.16.840.1.113883.6.12"/>
                <effectiveTime><low value="%1$s"/></effectiveTime>
                <componentOf><timepointEvent><componentOf><subjectAssignment><subject><trialSubject>
                <id root="2.16.840.1.113883.3.1" extension="%2$s"/>
                <subjectDemographicPerson><name>模拟 患者</name></subjectDemographicPerson>
                </trialSubject></subject></subjectAssignment></componentOf></timepointEvent></componentOf>
                <component><series>
                <code code="RHYTHM" codeSystem="2.16.840.1.113883.5.4"/>
                <effectiveTime><low value="%1$s"/></effectiveTime>
                <component><sequenceSet>
                <component><sequence><code code="TIME_ABSOLUTE" codeSystem="2.16.840.1.113883.5.4"/>
                <value xsi:type="GLIST_TS"><head value="%1$s"/><increment value="0.002" unit="s"/></value></sequence></component>
                %3$s</sequenceSet></component>
                </series></component>
                </AnnotatedECG>
                """.formatted(begin, examination.patient(), leads).getBytes(StandardCharsets.UTF_8);
    }

    private static String lead(EcgLead lead, Samples samples) {
        return """
                <component><sequence><code code="MDC_ECG_LEAD_%s" codeSystem="%s"/>
                <value xsi:type="SLIST_PQ"><origin value="0" unit="uV"/><scale value="2.5" unit="uV"/><digits>%s</digits></value>
                </sequence></component>
                """.formatted(
                        lead.name().toUpperCase(Locale.ROOT),
                        MDC,
                        samples.stream().mapToObj(Integer::toString).collect(Collectors.joining(" ")));
    }
}
