package io.maimen.observation.code;

/** A 32-bit code of IEEE 11073-10101: partition in the high 16 bits, term in the low. Immutable. */
public record MdcCode(long number) implements ObservationCode {
    static final String PREFIX = "mdc:";

    public MdcCode {
        if (number <= 0 || number > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("OBS-031 MDC code must be 1 to 4294967295 but was " + number);
        }
    }

    static MdcCode parse(String text) {
        try {
            return new MdcCode(Long.parseLong(text.substring(PREFIX.length())));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("OBS-031 MDC code must be a number but was " + text, e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + number;
    }
}
