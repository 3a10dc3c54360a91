package io.maimen.simulator.device.astm;

import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an analyser of {@link AstmFamily} has to say, as frames. Confined to one thread. */
final class AnalyserMessages {
    private static final double CRITICAL_SHARE = 0.05;
    private static final int CHARACTERS_A_FRAME = 32;
    /** The order's action code, field 12, comes seven fields after its tests. */
    private static final String CONTROL_SAMPLE = "|||||||Q";

    private static final String DELIMITERS = "|\\^&";
    private static final String OWN = "!~:$";

    private final SpecimenGenerator specimens;
    /** The clock's face is taken as it is: the records' place adds nothing to it. */
    private final Records records = new Records("SIM-0001", "op1", ZoneOffset.UTC);

    private final DeviceClock clock;
    private final Set<String> habits;
    private int measured;

    AnalyserMessages(long seed, DeviceClock clock, Set<String> habits) {
        this.specimens = new SpecimenGenerator(seed, CRITICAL_SHARE, Set.of());
        this.clock = clock;
        this.habits = Set.copyOf(habits);
    }

    boolean asks() {
        return habits.contains(AstmFamily.ASKS) || contends();
    }

    boolean contends() {
        return habits.contains(AstmFamily.CONTENTION);
    }

    /** The next specimen, measured at {@code at}; what its results are is told to {@code truth}. */
    List<byte[]> specimen(Instant at, List<DeviceAct> truth) {
        Specimen specimen = specimens.next(shown(at));
        specimen.results()
                .forEach(result -> truth.add(Measured.of(
                        result.assay().code(), result.value().toPlainString(), UcumUnit.MILLIMOLE_PER_LITRE)));
        List<String> lines = records.of(specimen, shown(at));
        if (habits.contains(AstmFamily.CONTROL_SAMPLES) && ++measured % 2 == 0) {
            lines.set(Records.INDEX_OF_ORDER, lines.get(Records.INDEX_OF_ORDER) + CONTROL_SAMPLE);
        }
        return frames(lines);
    }

    /** What is ordered for the specimen after the last one? */
    List<byte[]> query(Instant at) {
        return frames(List.of(records.header(shown(at)), "Q|1|^" + specimens.nextId() + "||ALL", "L|1|N"));
    }

    private Instant shown(Instant at) {
        return clock.shows(at).toInstant(ZoneOffset.UTC);
    }

    private List<byte[]> frames(List<String> lines) {
        List<String> texts = lines.stream().map(line -> line + "\r").toList();
        if (habits.contains(AstmFamily.OWN_DELIMITERS)) {
            texts = texts.stream().map(AnalyserMessages::redelimited).toList();
        }
        List<byte[]> frames = new ArrayList<>();
        for (String text : habits.contains(AstmFamily.ONE_FRAME) ? List.of(String.join("", texts)) : texts) {
            int most = habits.contains(AstmFamily.SPLIT_RECORDS) ? CHARACTERS_A_FRAME : text.length();
            for (int from = 0; from < text.length(); from += most) {
                int to = Math.min(text.length(), from + most);
                byte[] piece = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
                frames.add(Frame.of(frames.size() + 1, piece, to < text.length() ? Frame.ETB : Frame.ETX));
            }
        }
        return frames;
    }

    private static String redelimited(String text) {
        String own = text;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            own = own.replace(DELIMITERS.charAt(i), OWN.charAt(i));
        }
        return own;
    }
}
