package io.maimen.alerting;

import static io.maimen.alerting.rule.Samples.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.episode.Episode;
import io.maimen.alerting.episode.Episodes;
import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertCondition;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.review.AlertSample;
import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.RuleFamily;
import io.maimen.alerting.rule.Samples;
import io.maimen.alerting.rule.SourceSubject;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.SpecimenId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds however readings arrive, in whatever batches, with people handling alerts in between. */
class AssessorInAnyOrderTest {
    private final RulePack pack = RulePacks.pointOfCare();
    private final BySource assessor = new BySource(new Assessor(List.of(pack)));

    /** A batch of readings arrives; then a doctor acknowledges and closes what is open, or does not. */
    record Step(List<Reading> batch, boolean doctorCloses) {}

    @Property(tries = 200)
    void judgingAgainChangesNothingAndOneAlertPerRuleIsOpen(@ForAll("steps") List<Step> steps) {
        List<Reading> history = new ArrayList<>();
        Map<AlertId, Alert> known = new LinkedHashMap<>();
        long now = 0;
        for (Step step : steps) {
            history.addAll(step.batch());
            now += 3;
            for (Alert change : assessor.assess(history, known.values(), minute(now))) {
                Optional<Alert> before = Optional.ofNullable(known.put(change.id(), change));
                assertTrue(before.map(Alert::isOpen).orElse(true), "a closed alert is left alone");
                assertEquals(before.flatMap(Alert::acknowledged), change.acknowledged(), "people's part is left alone");
                assertTrue(change.isOpen(), "the machine closes nothing");
            }
            assertEquals(List.of(), assessor.assess(history, known.values(), minute(now + 1)));
            assertAtMostOneOpen(known.values());
            if (step.doctorCloses()) {
                Instant at = minute(now);
                known.replaceAll((id, alert) -> alert.isOpen() ? AlertSample.closed(alert, at) : alert);
                assertEquals(List.of(), assessor.assess(history, known.values(), minute(now + 1)));
            }
        }
    }

    @Property(tries = 200)
    void untilSomebodyClosesEveryProofIsInAnAlertWhoseConditionIsTheFactsOwn(@ForAll("steps") List<Step> steps) {
        List<Reading> history = new ArrayList<>();
        Map<AlertId, Alert> known = new LinkedHashMap<>();
        for (Step step : steps) {
            history.addAll(step.batch());
            assessor.assess(history, known.values(), minute(30)).forEach(alert -> known.put(alert.id(), alert));
        }
        Map<Object, List<Reading>> bySubject = history.stream().collect(Collectors.groupingBy(SourceSubject::of));
        bySubject.forEach((subject, readings) -> {
            for (RuleFamily family : pack.families()) {
                List<Episode> episodes = Episodes.of(family, readings);
                for (AlertRule rule : family.rules()) {
                    List<Episode> ofRule =
                            episodes.stream().filter(e -> e.rule().equals(rule)).toList();
                    Optional<Alert> alert = known.values().stream()
                            .filter(a ->
                                    a.subject().equals(subject) && a.rule().id().equals(rule.id()))
                            .findFirst();
                    assertTrue(ofRule.isEmpty() || alert.isPresent());
                    boolean present = !ofRule.isEmpty()
                            && ofRule.get(ofRule.size() - 1).end().isEmpty();
                    assertEquals(
                            present,
                            alert.map(a -> a.condition() == AlertCondition.PRESENT)
                                    .orElse(false));
                    ofRule.forEach(episode -> episode.evidence()
                            .forEach(proof ->
                                    assertTrue(alert.orElseThrow().evidence().contains(proof.id()))));
                }
            }
        });
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> value = Arbitraries.of(
                "<0.6", "1.9", "2.5", "2.9", "3.1", "3.5", "3.9", "4.1", "4.2", ">5.0", "8.0", "16.7", "20.1");
        Arbitrary<String> unit = Arbitraries.of("mmol/L", "mmol/L", "mmol/L", "mg/dL", "g/L");
        Arbitrary<Optional<SpecimenId>> specimen = Arbitraries.of(
                Optional.of(new SpecimenId("S1")), Optional.of(new SpecimenId("S1")), Optional.<SpecimenId>empty());
        Arbitrary<Reading> reading = Combinators.combine(Arbitraries.longs().between(0, 12), value, unit, specimen)
                .as((at, text, in, of) -> Samples.ofSpecimen(
                        Samples.reading(at, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, text, in), of));
        return Combinators.combine(reading.list().ofMaxSize(4), Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(6);
    }

    private static void assertAtMostOneOpen(Collection<Alert> alerts) {
        Map<String, Long> open = alerts.stream()
                .filter(Alert::isOpen)
                .collect(Collectors.groupingBy(
                        alert -> alert.subject() + alert.rule().id(), Collectors.counting()));
        assertTrue(open.values().stream().allMatch(count -> count == 1), () -> "open more than once: " + open);
    }
}
