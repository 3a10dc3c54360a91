package io.maimen.ingest.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Measurements;
import io.maimen.observation.CodedValue;
import io.maimen.observation.Observation;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device with two leads: the pause is in both, but one electrode rustles. */
class EcgDeviceTest {
    private final EcgDevice device = new EcgDevice(Measurements.GATEWAY);

    @Test
    void leadThatCanBestBeTrustedSpeaksAndIsNamed() {
        List<Fact> rustling = DrawnEcg.withoutBeats(40, 46, 80).stream()
                .map(DrawnEcg::rustling)
                .toList();
        List<Fact> clean = DrawnEcg.withoutBeats(40, 46, 80).stream()
                .map(DrawnEcg::asLeadTwo)
                .toList();

        List<Observation> findings = play(rustling, clean);

        assertEquals(2, findings.size(), findings.toString());
        assertEquals(
                List.of(new CodedValue(Nomenclature.ECG_LEAD_II)),
                findings.get(0).components().stream()
                        .map(part -> part.value())
                        .filter(CodedValue.class::isInstance)
                        .toList());
    }

    @Test
    void rhythmInBothLeadsIsToldOnce() {
        List<Fact> one = DrawnEcg.withoutBeats(40, 46, 80);
        List<Fact> two = one.stream().map(DrawnEcg::asLeadTwo).toList();

        List<Observation> findings = play(one, two);

        assertEquals(2, findings.size(), "its beginning and its end: " + findings);
        assertTrue(findings.stream().allMatch(finding -> finding.type().equals(Nomenclature.ECG_PAUSE)));
    }

    private List<Observation> play(List<Fact> one, List<Fact> two) {
        List<Observation> findings = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            device.take((ObservedFact) one.get(i));
            device.take((ObservedFact) two.get(i));
            findings.addAll(device.findings());
        }
        return findings;
    }
}
