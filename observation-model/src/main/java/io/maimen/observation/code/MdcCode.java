package io.maimen.observation.code;

import java.util.regex.Pattern;

/** A 32-bit code of IEEE 11073-10101: partition in the high 16 bits, term in the low. Immutable. */
public record MdcCode(long number) implements ObservationCode {
    static final String PREFIX = "mdc:";
    // One spelling only: neither +160184 nor 0160184, or one code would have two texts.
    private static final Pattern FORM = Pattern.compile(PREFIX + "[1-9][0-9]{0,9}");

    public MdcCode {
        if (number <= 0 || number > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("OBS-031 MDC code must be 1 to 4294967295 but was " + number);
        }
    }

    static MdcCode parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("OBS-035 MDC code must be mdc: and its number but was " + text);
        }
        return new MdcCode(Long.parseLong(text.substring(PREFIX.length())));
    }

    @Override
    public String toString() {
        return PREFIX + number;
    }
}
