package io.maimen.observation.code;

/** One text in Chinese and in English; neither may be missing. Immutable. */
public record BilingualText(String zh, String en) {
    public BilingualText {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException(
                    "OBS-034 zh and en must both be given but was '" + zh + "', '" + en + "'");
        }
    }
}
