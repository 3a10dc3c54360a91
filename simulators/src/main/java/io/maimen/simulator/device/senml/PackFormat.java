package io.maimen.simulator.device.senml;

import io.maimen.observation.device.UserSlot;
import io.maimen.simulator.device.cuff.CuffReading;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How a cuff writes a reading. The names are those of {@code --format}. */
enum PackFormat {
    JSON(110),
    CBOR(112);

    private static final String MILLIMETRE_OF_MERCURY = "mmHg";

    private final int contentFormat;

    PackFormat(int contentFormat) {
        this.contentFormat = contentFormat;
    }

    /** The format of that name, or a refusal of the command line. */
    static PackFormat named(String name, CommandLine command) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(command, "--format must be cbor or json but was " + name));
    }

    /** CoAP's number of the format. */
    int contentFormat() {
        return contentFormat;
    }

    /** One record; base name and time stand in the first and hold for all. */
    private record Line(String name, Optional<String> unit, int value) {}

    /** The pack of a reading: the same bytes whenever it is sent. */
    byte[] pack(String serial, CuffReading reading) {
        List<Line> lines = new ArrayList<>(List.of(
                new Line("systolic", Optional.of(MILLIMETRE_OF_MERCURY), reading.systolicMmHg()),
                new Line("diastolic", Optional.of(MILLIMETRE_OF_MERCURY), reading.diastolicMmHg()),
                new Line("mean", Optional.of(MILLIMETRE_OF_MERCURY), reading.meanMmHg()),
                new Line("pulse", Optional.of("beat/min"), reading.pulsePerMin())));
        reading.sitter()
                .slot()
                .map(UserSlot::number)
                .ifPresent(slot -> lines.add(new Line("slot", Optional.empty(), slot)));
        String baseName = "urn:dev:os:32473-" + serial + ":";
        long baseTime = reading.measuredAt().getEpochSecond();
        return this == JSON ? json(baseName, baseTime, lines) : cbor(baseName, baseTime, lines);
    }

    private static byte[] json(String baseName, long baseTime, List<Line> lines) {
        JsonArray pack = new JsonArray();
        for (Line line : lines) {
            JsonObject one =
                    pack.isEmpty() ? new JsonObject().put("bn", baseName).put("bt", baseTime) : new JsonObject();
            one.put("n", line.name());
            line.unit().ifPresent(unit -> one.put("u", unit));
            pack.add(one.put("v", line.value()));
        }
        return pack.encode().getBytes(StandardCharsets.UTF_8);
    }

    /** With the labels of RFC 8428 table 4: -2 bn, -3 bt, 0 n, 1 u, 2 v. */
    private static byte[] cbor(String baseName, long baseTime, List<Line> lines) {
        CborWriter out = new CborWriter();
        out.array(lines.size());
        boolean first = true;
        for (Line line : lines) {
            out.map((first ? 2 : 0) + (line.unit().isPresent() ? 3 : 2));
            if (first) {
                out.integer(-2).text(baseName).integer(-3).integer(baseTime);
                first = false;
            }
            out.integer(0).text(line.name());
            line.unit().ifPresent(unit -> out.integer(1).text(unit));
            out.integer(2).integer(line.value());
        }
        return out.bytes();
    }
}
