package io.maimen.ingest.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.rule.Proof;
import io.maimen.observation.code.ObservationCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SymptomsTest {
    /** A symptom that nobody can choose never makes an alert more urgent. */
    @Test
    void everySymptomThatAShippedRuleAsksForIsOffered() {
        Set<String> asked = RulePacks.shipped().stream()
                .flatMap(pack -> pack.rules().stream())
                .map(rule -> rule.proof())
                .filter(Proof.WithSymptom.class::isInstance)
                .flatMap(proof -> ((Proof.WithSymptom) proof).symptoms().stream())
                .map(ObservationCode::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(asked.isEmpty());
        Symptoms.all().keySet().forEach(offered -> asked.remove(offered.toString()));
        assertEquals(Set.of(), asked);
    }
}
