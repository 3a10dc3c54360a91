package io.maimen.simulator.fault.line;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often which fault strikes. Immutable.
 *
 * @param perMille of 1000 times it could, 0 to 1000; what is not named never strikes
 */
public record LineFaults(Map<LineFault, Integer> perMille) {
    /** All goes well. */
    public static final LineFaults NONE = new LineFaults(Map.of());

    private static final int ALWAYS = 1000;

    public LineFaults {
        perMille.forEach((fault, often) -> {
            if (often < 0 || often > ALWAYS) {
                throw new IllegalArgumentException(
                        "SIM-051 fault " + fault.label() + " must strike 0 to 1000 times of 1000 but was " + often);
            }
        });
        EnumMap<LineFault, Integer> copy = new EnumMap<>(LineFault.class);
        copy.putAll(perMille);
        perMille = Collections.unmodifiableMap(copy);
    }

    /** The same, and this fault so often. */
    public LineFaults with(LineFault fault, int often) {
        EnumMap<LineFault, Integer> more = new EnumMap<>(LineFault.class);
        more.putAll(perMille);
        more.put(fault, often);
        return new LineFaults(more);
    }

    /**
     * The same, and one more as people write it: {@code lost}, or {@code lost=50} for 50 of 1000.
     *
     * @throws IllegalArgumentException with SIM-051 where there is no such fault or number
     */
    public LineFaults with(String text) {
        String[] parts = text.split("=", 2);
        LineFault fault = Stream.of(LineFault.values())
                .filter(one -> one.label().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("SIM-051 fault must be one of "
                        + Stream.of(LineFault.values()).map(LineFault::label).toList() + " but was " + parts[0]));
        try {
            return with(fault, parts.length == 1 ? fault.usualPerMille() : Integer.parseInt(parts[1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "SIM-051 fault " + parts[0] + " must strike 0 to 1000 times of 1000 but was " + parts[1], e);
        }
    }

    /** 0 where it never strikes. */
    public int of(LineFault fault) {
        return Optional.ofNullable(perMille.get(fault)).orElse(0);
    }
}
