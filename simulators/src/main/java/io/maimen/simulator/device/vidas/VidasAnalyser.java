package io.maimen.simulator.device.vidas;

import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.Walk;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** One mini-VIDAS: each result is said once, whether or not somebody hears it. */
final class VidasAnalyser implements EventDevice {
    private static final LoincCode C_REACTIVE_PROTEIN = new LoincCode("1988-5");
    private static final UcumUnit MILLIGRAM_PER_LITRE = new UcumUnit("mg/L");
    private static final Duration EVERY = Duration.ofSeconds(9);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yy", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String START = "\u0002";
    private static final String FIELD = "\u001e";
    private static final String GROUP = "\u001d";
    private static final int END = 3;

    private final DeviceClock clock;
    private final boolean noSpecimenNumber;
    private final Walk tenths;
    private final Set<Integer> saidInMinute = new HashSet<>();
    private LocalDateTime minute = LocalDateTime.MIN;
    private int results;

    VidasAnalyser(long seed, DeviceClock clock, boolean noSpecimenNumber) {
        this.clock = clock;
        this.noSpecimenNumber = noSpecimenNumber;
        this.tenths = new Walk(new Random(seed), 8, 2_400, 300);
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return List.of(new Wake(EVERY));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        results++;
        if (results % 2 == 0) {
            // An index has no unit: the words are the result, and there is no number to compare.
            return List.of(message(clock.shows(at), "HBCT", "Anti-HBc Total II", "Positif", "0.05"), new Wake(EVERY));
        }
        String value = anotherOf(clock.shows(at).truncatedTo(ChronoUnit.MINUTES));
        return List.of(
                Measured.of(C_REACTIVE_PROTEIN, value, MILLIGRAM_PER_LITRE),
                message(clock.shows(at), "CRP", "CRP", "", value + " mg/l"),
                new Wake(EVERY));
    }

    /** A value not said in this minute yet: without a specimen's number, nobody can tell two such results from one said twice. */
    private String anotherOf(LocalDateTime now) {
        if (!now.equals(minute)) {
            minute = now;
            saidInMinute.clear();
        }
        int next = tenths.next();
        while (!saidInMinute.add(next)) {
            next = tenths.next();
        }
        return BigDecimal.valueOf(next, 1).toPlainString();
    }

    private DeviceAct message(LocalDateTime shown, String test, String name, String words, String number) {
        String specimen = noSpecimenNumber ? "" : "S%05d".formatted(results);
        String fields = String.join(
                FIELD,
                "mtrsl|",
                "pi|",
                "pn|",
                "si|",
                "ci" + specimen + "|",
                "rt" + test + "|",
                "rn" + name + "|",
                "tt" + MINUTE.format(shown) + "|",
                "td" + DAY.format(shown) + "|",
                "ql" + words + "|",
                "qn" + number + "|");
        FrameWriter summed = new FrameWriter().text(FIELD).text(fields).text(GROUP);
        return new FrameWriter()
                .text(START)
                .bytes(summed.array())
                .text("%02x".formatted(summed.sum()))
                .octets(END)
                .onStream();
    }
}
