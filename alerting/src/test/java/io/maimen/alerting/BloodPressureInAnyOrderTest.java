package io.maimen.alerting;

import static io.maimen.alerting.rule.Samples.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.episode.Episode;
import io.maimen.alerting.episode.Episodes;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.RuleFamily;
import io.maimen.alerting.rule.Samples;
import io.maimen.alerting.rule.SourceSubject;
import io.maimen.alerting.rule.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Repeats and symptoms are facts of event time: in whatever order and batches they come, the conditions are the same. */
class BloodPressureInAnyOrderTest {
    private static final Subject CUFF = new SourceSubject(Samples.DEVICE, Optional.empty(), Optional.empty(), true);

    private final List<RuleFamily> families = RulePacks.bloodPressure().families();
    private final Assessor assessor = new Assessor(RulePacks.shipped());

    @Property(tries = 300)
    void anyOrderAndRepetitionGivesTheSameEpisodes(@ForAll("histories") List<Reading> history, @ForAll Random random) {
        List<Reading> arrival = new ArrayList<>(history);
        history.stream().filter(reading -> random.nextBoolean()).forEach(arrival::add);
        Collections.shuffle(arrival, random);
        for (RuleFamily family : families) {
            List<Episode> episodes = Episodes.of(family, history);
            assertEquals(episodes, Episodes.of(family, arrival));
            for (int i = 1; i < episodes.size(); i++) {
                assertTrue(!episodes.get(i)
                        .start()
                        .isBefore(episodes.get(i - 1).end().orElseThrow().at()));
            }
        }
    }

    @Property(tries = 300)
    void anyBatchingGivesTheSameConditionOfEveryRule(
            @ForAll("histories") List<Reading> history, @ForAll Random random) {
        List<Reading> arrival = new ArrayList<>(history);
        Collections.shuffle(arrival, random);
        assertEquals(conditions(List.of(history)), conditions(batches(arrival, random)));
    }

    /** Rules whose condition is there, or ended by measurement; what was withdrawn meanwhile is nobody's condition. */
    private Map<String, String> conditions(List<List<Reading>> batches) {
        Map<AlertId, Alert> known = new HashMap<>();
        List<Reading> readings = new ArrayList<>();
        for (List<Reading> batch : batches) {
            readings.addAll(batch);
            assessor.assess(CUFF, readings, known.values(), START).forEach(alert -> known.put(alert.id(), alert));
        }
        Map<String, String> conditions = new TreeMap<>();
        for (Alert alert : known.values()) {
            boolean real = families.stream()
                    .flatMap(family -> Episodes.of(family, readings).stream())
                    .anyMatch(episode -> episode.rule().id().equals(alert.rule().id()));
            if (real) {
                String told = alert.priority() + " " + alert.ended();
                assertEquals(null, conditions.put(alert.rule().id(), told), "one alert for a rule");
            } else {
                assertTrue(alert.ended().isPresent(), "what no episode supports any more is over");
            }
        }
        return conditions;
    }

    private static List<List<Reading>> batches(List<Reading> readings, Random random) {
        List<List<Reading>> batches = new ArrayList<>(List.of(new ArrayList<>()));
        for (Reading reading : readings) {
            if (random.nextInt(3) == 0) {
                batches.add(new ArrayList<>());
            }
            batches.get(batches.size() - 1).add(reading);
        }
        return batches;
    }

    /** Up to ten panels and symptoms of an hour and a half, around the limits and the windows. */
    @Provide
    Arbitrary<List<Reading>> histories() {
        Arbitrary<Long> second = Arbitraries.of(0L, 30L, 60L, 90L, 600L, 1_800L, 1_860L, 3_600L, 3_690L, 5_400L);
        Arbitrary<List<Reading>> panel = Combinators.combine(
                        second,
                        Arbitraries.of(88, 90, 95, 120, 134, 140, 160, 178, 181, 200),
                        Arbitraries.of(60, 84, 90, 99, 109, 111, 120))
                .as(Samples::panel);
        Arbitrary<List<Reading>> symptom = Combinators.combine(second, Arbitraries.of("R51", "R55", "R04.0"))
                .as((at, code) -> List.of(Samples.symptom(at, code)));
        return Arbitraries.frequencyOf(Tuple.of(5, panel), Tuple.of(1, symptom))
                .list()
                .ofMaxSize(10)
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }
}
