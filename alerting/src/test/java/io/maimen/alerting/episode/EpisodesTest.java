package io.maimen.alerting.episode;

import static io.maimen.alerting.rule.Samples.arriving;
import static io.maimen.alerting.rule.Samples.glucose;
import static io.maimen.alerting.rule.Samples.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.rule.Measurement;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.RuleFamily;
import io.maimen.alerting.rule.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class EpisodesTest {
    private final RuleFamily low = RulePacks.pointOfCare().families().stream()
            .filter(family -> family.rules().get(0).id().equals("GL-1"))
            .findFirst()
            .orElseThrow();

    @Test
    void nothingAbnormalIsNoEpisode() {
        assertEquals(List.of(), found(glucose(0, "5.0"), glucose(5, "3.9")));
    }

    @Test
    void conditionLastsThroughTheGapBetweenRaiseAndClear() {
        assertEquals(
                List.of("GL-1 0..20 CLEARED, 2 readings"),
                found(glucose(0, "3.8"), glucose(5, "4.1"), glucose(10, "3.7"), glucose(20, "4.2")));
    }

    @Test
    void valueThatProvesNothingChangesNothing() {
        assertEquals(List.of("GL-1 0.., 1 readings"), found(glucose(0, "3.8"), glucose(5, ">3.0")));
    }

    @Test
    void moreSevereRuleTakesOverAndHandsBack() {
        assertEquals(
                List.of(
                        "GL-1 0..10 SUPERSEDED, 1 readings",
                        "GL-2 10..20 CLEARED, 2 readings",
                        "GL-1 20.., 1 readings"),
                found(glucose(0, "3.5"), glucose(10, "2.9"), glucose(15, "2.0"), glucose(20, "3.5")));
    }

    @Test
    void severeConditionClearedBeyondTheLesserRaiseLimitLeavesNothing() {
        assertEquals(List.of("GL-2 0..10 CLEARED, 1 readings"), found(glucose(0, "2.9"), glucose(10, "4.0")));
    }

    @Test
    void ofReadingsOfOneMomentTheMoreSevereIsTheLast() {
        // Twenty normal values have ids on both sides of the abnormal one's, so that their order cannot be luck.
        for (int tenths = 50; tenths < 70; tenths++) {
            Reading normal = glucose(0, tenths / 10 + "." + tenths % 10);
            assertEquals(List.of("GL-2 0.., 1 readings"), found(glucose(0, "2.9"), normal));
        }
    }

    @Test
    void sameReadingTwiceCountsOnceAsItFirstArrived() {
        Reading first = glucose(0, "2.9");
        Reading again = arriving(first, minute(90));
        List<Episode> episodes = Episodes.of(low, List.of(again, first, again));
        assertEquals(List.of(new Measurement(List.of(first))), episodes.get(0).evidence());
    }

    @Test
    void oneRuleAloneKnowsNoKin() {
        List<Episode> episodes = Episodes.of(low.rules().get(0), List.of(glucose(0, "3.5"), glucose(10, "2.9")));
        assertEquals(1, episodes.size());
        assertEquals(2, episodes.get(0).evidence().size());
    }

    @Property
    void anyOrderAndRepetitionGivesTheSameEpisodes(@ForAll("histories") List<Reading> history, @ForAll Random random) {
        List<Reading> arrival = new ArrayList<>(history);
        history.stream()
                .filter(reading -> random.nextBoolean())
                .map(reading -> arriving(reading, reading.receivedAt().plusSeconds(60)))
                .forEach(arrival::add);
        Collections.shuffle(arrival, random);
        assertEquals(Episodes.of(low, history), Episodes.of(low, arrival));
    }

    @Property
    void episodesFollowOneAnotherAndEveryProofIsInOne(@ForAll("histories") List<Reading> history) {
        List<Episode> episodes = Episodes.of(low, history);
        for (int i = 1; i < episodes.size(); i++) {
            EpisodeEnd before = episodes.get(i - 1).end().orElseThrow();
            assertEquals(false, episodes.get(i).start().isBefore(before.at()));
        }
        long proofs = history.stream()
                .filter(reading -> low.rank(new Measurement(List.of(reading)))
                        == low.rules().size() - 1)
                .map(Reading::id)
                .distinct()
                .count();
        long mostSevere = episodes.stream()
                .filter(episode -> episode.rule().id().equals("GL-2"))
                .mapToLong(episode -> episode.evidence().size())
                .sum();
        assertEquals(proofs, mostSevere);
    }

    /** Up to 12 readings of ten minutes around the limits, so that ties and both sides are common. */
    @Provide
    Arbitrary<List<Reading>> histories() {
        Arbitrary<String> sign = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just("")), Tuple.of(2, Arbitraries.of("<", ">", "<=", ">=")));
        Arbitrary<String> value = Combinators.combine(
                        sign, Arbitraries.integers().between(25, 46))
                .as((s, tenths) -> s + tenths / 10 + "." + tenths % 10);
        return Combinators.combine(Arbitraries.longs().between(0, 10), value)
                .as(Samples::glucose)
                .list()
                .ofMaxSize(12);
    }

    private List<String> found(Reading... readings) {
        return Episodes.of(low, List.of(readings)).stream()
                .map(EpisodesTest::describe)
                .toList();
    }

    private static String describe(Episode episode) {
        String end = episode.end().map(e -> minutes(e.at()) + " " + e.reason()).orElse("");
        return episode.rule().id() + " " + minutes(episode.start()) + ".." + end + ", "
                + episode.evidence().size() + " readings";
    }

    private static long minutes(Instant instant) {
        return Duration.between(Samples.START, instant).toMinutes();
    }
}
