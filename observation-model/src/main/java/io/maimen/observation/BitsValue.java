package io.maimen.observation;

/**
 * Flags a device sends as a bit string; {@code mask} says which of the {@code bits} the device supports. Bit 0 is the
 * least significant, bit 62 the highest. Immutable.
 */
public record BitsValue(long bits, long mask) implements ObservationValue {
    public BitsValue {
        if (mask < 0) {
            throw new IllegalArgumentException(
                    "OBS-017 mask must leave bit 63 clear but was " + Long.toHexString(mask));
        }
        if ((bits & ~mask) != 0) {
            throw new IllegalArgumentException("OBS-001 bits must lie within mask " + Long.toHexString(mask)
                    + " but was " + Long.toHexString(bits) + "; clear what the device does not support");
        }
    }
}
