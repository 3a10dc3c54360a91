package io.maimen.simulator.device.spotchem;

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
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** One analyser: a line of fixed width for each specimen, said once. */
final class SpotchemAnalyser implements EventDevice {
    private static final LoincCode SODIUM = new LoincCode("2951-2");
    private static final LoincCode POTASSIUM = new LoincCode("2823-3");
    private static final LoincCode CHLORIDE = new LoincCode("2075-0");
    private static final Duration EVERY = Duration.ofSeconds(12);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yy/MM/dd HH:mm", Locale.ROOT);
    private static final int START = 2;
    private static final int END = 3;
    private static final int LINE_FEED = 10;
    private static final int HAEMOLYSED_TENTHS = 97;

    private final DeviceClock clock;
    private final boolean haemolysed;
    private final Walk sodium;
    private final Walk potassiumTenths;
    private final Walk chloride;
    private int specimens;

    SpotchemAnalyser(long seed, DeviceClock clock, boolean haemolysed) {
        Random random = new Random(seed);
        this.clock = clock;
        this.haemolysed = haemolysed;
        this.sodium = new Walk(random, 128, 149, 6);
        this.potassiumTenths = new Walk(random, 31, 58, 8);
        this.chloride = new Walk(random, 93, 110, 5);
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return List.of(new Wake(EVERY));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        specimens++;
        int tenths = haemolysed && specimens % 2 == 0 ? HAEMOLYSED_TENTHS : potassiumTenths.next();
        String na = Integer.toString(sodium.next());
        String k = BigDecimal.valueOf(tenths, 1).toPlainString();
        String cl = Integer.toString(chloride.next());
        return List.of(
                Measured.of(SODIUM, na, UcumUnit.MILLIMOLE_PER_LITRE),
                Measured.of(POTASSIUM, k, UcumUnit.MILLIMOLE_PER_LITRE),
                Measured.of(CHLORIDE, cl, UcumUnit.MILLIMOLE_PER_LITRE),
                new FrameWriter()
                        .octets(START)
                        .text(line(clock.shows(at), "%06d".formatted(specimens), na, k, cl))
                        .octets(END, LINE_FEED)
                        .onStream(),
                new Wake(EVERY));
    }

    /** The text between start and end. */
    static String line(LocalDateTime shown, String specimen, String na, String k, String cl) {
        return "%s ID# %-11s[B. Plasma] ".formatted(TIME.format(shown), specimen)
                + column("Na", na)
                + column("K", k)
                + column("Cl", cl)
                + " ".repeat(13);
    }

    private static String column(String name, String value) {
        return "%-2s%10s  mmol/L ".formatted(name, value);
    }
}
