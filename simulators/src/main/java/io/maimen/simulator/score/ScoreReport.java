package io.maimen.simulator.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * What came out of all records: as JSON and as a table. Rates in percent, gross over all beats. Immutable.
 *
 * @param records in the order of their names, at least one
 * @param samplesPerSecond on one core; empty where nobody measured it
 */
record ScoreReport(List<RecordScore> records, Optional<Speed> samplesPerSecond) {
    /** Records made with a pacemaker are left out where ventricular beats are counted; AAMI EC57 4.3. */
    private static final List<String> PACED = List.of("102", "104", "107", "217");

    /** Samples a second: to find beats, and for all that the analysis does. */
    record Speed(double detect, double chain) {}

    ScoreReport {
        records = List.copyOf(records);
    }

    BeatTable gross() {
        return records.stream().map(RecordScore::table).reduce(BeatTable.EMPTY, BeatTable::plus);
    }

    BeatTable unpaced() {
        return records.stream()
                .filter(record -> !PACED.contains(record.name()))
                .map(RecordScore::table)
                .reduce(BeatTable.EMPTY, BeatTable::plus);
    }

    /** Nobody's beats are called ventricular where classes are not told. */
    private boolean classified() {
        BeatTable all = gross();
        return all.vv() + all.nv() + all.fv() + all.ov() > 0;
    }

    double worst(ToDoubleFunction<BeatTable> rate) {
        return records.stream()
                .map(RecordScore::table)
                .mapToDouble(rate)
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(Double.NaN);
    }

    /** The latency below which {@code share} (0 to 1) of all beats were told, in ms. */
    double latencyMs(double share) {
        double[] all = records.stream()
                .flatMap(record -> record.latenciesMs().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return all.length == 0 ? Double.NaN : all[(int) Math.min(all.length - 1, Math.floor(share * all.length))];
    }

    ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        ArrayNode each = json.putArray("records");
        for (RecordScore record : records) {
            ObjectNode row = each.addObject().put("name", record.name());
            row.put("beats", record.table().beats());
            Percent.put(row, "se", record.table().sensitivity());
            Percent.put(row, "ppv", record.table().positivePredictivity());
            if (classified()) {
                Percent.put(row, "vebSe", record.table().ventricularSensitivity());
                Percent.put(row, "vebPpv", record.table().ventricularPositivePredictivity());
            }
        }
        Percent.put(json.putObject("gross"), "se", gross().sensitivity());
        Percent.put((ObjectNode) json.get("gross"), "ppv", gross().positivePredictivity());
        if (classified()) {
            ObjectNode unpaced = json.putObject("unpaced");
            Percent.put(unpaced, "vebSe", unpaced().ventricularSensitivity());
            Percent.put(unpaced, "vebPpv", unpaced().ventricularPositivePredictivity());
            Percent.put(unpaced, "vebFpr", unpaced().ventricularFalsePositiveRate());
        }
        ObjectNode worst = json.putObject("worst");
        Percent.put(worst, "se", worst(BeatTable::sensitivity));
        Percent.put(worst, "ppv", worst(BeatTable::positivePredictivity));
        Percent.put(json.putObject("farFromGap"), "se", percent(RecordScore::farFound, RecordScore::farMissed));
        ObjectNode noise = json.putObject("noise");
        Percent.put(noise, "ppvOutside", percent(RecordScore::trustedRight, RecordScore::trustedWrong));
        Percent.put(noise, "cleanLost", cleanLost());
        json.put("decisionsAcrossGap", sum(RecordScore::acrossGap));
        ObjectNode latency = json.putObject("latencyMs");
        Percent.put(latency, "p50", latencyMs(0.5));
        Percent.put(latency, "p99", latencyMs(0.99));
        Percent.put(latency, "max", latencyMs(1));
        samplesPerSecond.ifPresent(speed -> json.putObject("samplesPerSecond")
                .put("detect", Math.round(speed.detect()))
                .put("chain", Math.round(speed.chain())));
        return json;
    }

    String table() {
        StringBuilder text = new StringBuilder("record   beats       Se       +P   missed  extra\n");
        for (RecordScore record : records) {
            text.append(row(record.name(), record.table()));
        }
        text.append(row("gross", gross()));
        text.append(String.format(
                Locale.ROOT,
                "worst           %8.2f %8.2f%nlatency p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                worst(BeatTable::sensitivity),
                worst(BeatTable::positivePredictivity),
                latencyMs(0.5),
                latencyMs(0.99),
                latencyMs(1)));
        text.append(String.format(
                Locale.ROOT,
                "outside self-declared noise +P %.2f; more than 1 s from a gap Se %.2f; decisions across a gap %d%n",
                percent(RecordScore::trustedRight, RecordScore::trustedWrong),
                percent(RecordScore::farFound, RecordScore::farMissed),
                sum(RecordScore::acrossGap)));
        samplesPerSecond.ifPresent(speed -> text.append(String.format(
                Locale.ROOT,
                "%.1f million samples a second on one core to find beats, %.1f for all%n",
                speed.detect() / 1e6,
                speed.chain() / 1e6)));
        return text.append("For review by a doctor, not a diagnosis.").toString();
    }

    private static String row(String name, BeatTable table) {
        return String.format(
                Locale.ROOT,
                "%-8s %5d %8.2f %8.2f %8d %6d%n",
                name,
                table.beats(),
                table.sensitivity(),
                table.positivePredictivity(),
                table.no() + table.vo() + table.fo(),
                table.on() + table.ov());
    }

    private double cleanLost() {
        double clean = records.stream().mapToDouble(RecordScore::cleanS).sum();
        double lost = records.stream().mapToDouble(RecordScore::cleanLostS).sum();
        return clean == 0 ? Double.NaN : 100 * lost / clean;
    }

    private double percent(ToIntFunction<RecordScore> right, ToIntFunction<RecordScore> wrong) {
        int rights = sum(right);
        int all = rights + sum(wrong);
        return all == 0 ? Double.NaN : 100.0 * rights / all;
    }

    private int sum(ToIntFunction<RecordScore> count) {
        return records.stream().mapToInt(count).sum();
    }
}
