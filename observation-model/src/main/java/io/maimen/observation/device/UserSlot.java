package io.maimen.observation.device;

/** One of the users a home device keeps apart, as the device numbers them: 0 to 255. Immutable. */
public record UserSlot(int number) {
    public UserSlot {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("OBS-024 slot must be 0 to 255 but was " + number);
        }
    }
}
