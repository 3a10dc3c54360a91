package io.maimen.observation.device;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/** A device's lasting name, written {@code serial:AN-0001} or {@code eui64:0123456789abcdef}. Immutable. */
public record DeviceId(Scheme scheme, String value) {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");
    private static final Pattern EUI64 = Pattern.compile("[0-9a-f]{16}");

    /** What kind of name it is. */
    public enum Scheme {
        /** IEEE EUI-64, 16 lower-case hex digits. */
        EUI64,
        /** The manufacturer's serial number. */
        SERIAL
    }

    public DeviceId {
        requireNonNull(scheme, "scheme");
        Pattern pattern = scheme == Scheme.EUI64 ? EUI64 : VALUE;
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("OBS-020 device value must match " + pattern + " but was " + value);
        }
    }

    /** A device known by its serial number. */
    public static DeviceId serial(String value) {
        return new DeviceId(Scheme.SERIAL, value);
    }

    /** Reads what {@link #toString} wrote. */
    public static DeviceId parse(String text) {
        int colon = text.indexOf(':');
        for (Scheme scheme : Scheme.values()) {
            if (colon > 0 && prefix(scheme).equals(text.substring(0, colon))) {
                return new DeviceId(scheme, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException("OBS-021 device must start with eui64: or serial: but was " + text);
    }

    @Override
    public String toString() {
        return prefix(scheme) + ":" + value;
    }

    private static String prefix(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }
}
