package io.maimen.driver.senml;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A record that stands alone: base fields worked in (RFC 8428 section 4.6). Immutable.
 *
 * @param source as sent
 * @param name whole, base name included
 * @param unit as sent, empty where neither record nor base has one
 * @param time in seconds; below 2^28 counted from the moment of receiving, else from 1970-01-01T00:00Z; 0 where none was sent
 * @param value empty for a record with nothing but a sum
 */
record ResolvedRecord(
        SenmlRecord source, String name, Optional<String> unit, BigDecimal time, Optional<SenmlValue> value) {
    private static final BigDecimal FIRST_ABSOLUTE = BigDecimal.valueOf(1L << 28);

    /** Whether the sender knew what time it was. */
    boolean hasAbsoluteTime() {
        return time.compareTo(FIRST_ABSOLUTE) >= 0;
    }

    /** What follows the last colon or slash of its name. */
    String localName() {
        return name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1);
    }
}
