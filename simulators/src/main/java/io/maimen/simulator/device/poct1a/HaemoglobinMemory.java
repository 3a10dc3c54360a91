package io.maimen.simulator.device.poct1a;

import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.Walk;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Results of glycated haemoglobin, and which of them no host has acknowledged. Confined to one thread. */
final class HaemoglobinMemory {
    private static final LoincCode PER_MOLE = new LoincCode("59261-8");
    private static final LoincCode PER_CENT = new LoincCode("4548-4");
    private static final int FIRST_NUMBER = 183;

    private final boolean percent;
    private final boolean saysItAgain;
    private final Walk walk;
    private final List<Result> all = new ArrayList<>();
    private final Deque<Result> open = new ArrayDeque<>();

    HaemoglobinMemory(long seed, Set<String> habits) {
        this.percent = habits.contains(Poct1aFamily.PERCENT);
        this.saysItAgain = habits.contains(Poct1aFamily.SAYS_IT_AGAIN);
        Random random = new Random(seed);
        this.walk = percent ? new Walk(random, 45, 139, 17) : new Walk(random, 26, 128, 19);
    }

    /**
     * One result.
     *
     * @param number counts the analyser's results
     * @param unit as the analyser writes it
     */
    record Result(int number, LocalDateTime shown, String value, String unit) {}

    /** Somebody's blood; what was measured. */
    DeviceAct measure(LocalDateTime shown) {
        int drawn = walk.next();
        String value = percent ? BigDecimal.valueOf(drawn, 1).toPlainString() : Integer.toString(drawn);
        String unit = percent ? "%" : "mmol/mol";
        Result result = new Result(FIRST_NUMBER + all.size(), shown.truncatedTo(ChronoUnit.SECONDS), value, unit);
        all.add(result);
        open.add(result);
        return Measured.of(percent ? PER_CENT : PER_MOLE, value, new UcumUnit(unit));
    }

    void connected() {
        if (saysItAgain) {
            open.clear();
            open.addAll(all);
        }
    }

    Deque<Result> open() {
        return open;
    }
}
