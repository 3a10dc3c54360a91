package io.maimen.observation.code;

/** What was measured, by a standard's code; written {@code mdc:160184} or {@code loinc:2823-3}. */
public sealed interface ObservationCode permits MdcCode, LoincCode {
    /** Reads what {@code toString} of either kind wrote. */
    static ObservationCode parse(String text) {
        if (text.startsWith(MdcCode.PREFIX)) {
            return MdcCode.parse(text);
        }
        if (text.startsWith(LoincCode.PREFIX)) {
            return new LoincCode(text.substring(LoincCode.PREFIX.length()));
        }
        throw new IllegalArgumentException("OBS-030 code must start with mdc: or loinc: but was " + text);
    }
}
