package io.maimen.simulator.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Atrial fibrillation found and not found: beats, episodes of 30 s and more, seconds. Sums over records are gross figures.
 */
record AfScore(
        long truePositive,
        long falseNegative,
        long falsePositive,
        long trueNegative,
        int episodes,
        int episodesFound,
        int found,
        int foundRight,
        double seconds,
        double secondsFound,
        double foundSeconds,
        double foundSecondsRight) {
    /** Scores one record: what the annotator noted against what was found. Beats in {@code leftOut} do not count. */
    static AfScore of(
            List<LabelledBeat> beats, Stretches noted, Stretches found, Stretches leftOut, long from, double rateHz) {
        long[] counts = new long[4];
        for (LabelledBeat beat : beats) {
            if (beat.sample() >= from && !leftOut.contain(beat.sample())) {
                counts[(noted.contain(beat.sample()) ? 0 : 2) + (found.contain(beat.sample()) ? 0 : 1)]++;
            }
        }
        Stretches before = new Stretches(List.of(new long[] {0, from}));
        Stretches truth = noted.without(before).without(leftOut);
        Stretches test = found.without(before).without(leftOut);
        long shortest = Math.round(30 * rateHz);
        Stretches episodes = truth.atLeast(shortest);
        Stretches told = test.atLeast(shortest);
        return new AfScore(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                episodes.pieces().size(),
                episodes.meeting(told),
                told.pieces().size(),
                told.meeting(episodes),
                truth.samples() / rateHz,
                truth.samplesIn(test) / rateHz,
                test.samples() / rateHz,
                test.samplesIn(truth) / rateHz);
    }

    AfScore plus(AfScore other) {
        return new AfScore(
                truePositive + other.truePositive,
                falseNegative + other.falseNegative,
                falsePositive + other.falsePositive,
                trueNegative + other.trueNegative,
                episodes + other.episodes,
                episodesFound + other.episodesFound,
                found + other.found,
                foundRight + other.foundRight,
                seconds + other.seconds,
                secondsFound + other.secondsFound,
                foundSeconds + other.foundSeconds,
                foundSecondsRight + other.foundSecondsRight);
    }

    ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        Percent.put(json, "se", truePositive, truePositive + falseNegative);
        Percent.put(json, "sp", trueNegative, trueNegative + falsePositive);
        Percent.put(json, "ppv", truePositive, truePositive + falsePositive);
        Percent.put(json, "episodeSe", episodesFound, episodes);
        Percent.put(json, "episodePpv", foundRight, found);
        Percent.put(json, "durationSe", secondsFound, seconds);
        Percent.put(json, "durationPpv", foundSecondsRight, foundSeconds);
        return json;
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-8s %7d %7d %7d %8d %9.2f %7.2f",
                name,
                truePositive,
                falseNegative,
                falsePositive,
                trueNegative,
                Percent.of(truePositive, truePositive + falseNegative),
                Percent.of(trueNegative, trueNegative + falsePositive));
    }
}
