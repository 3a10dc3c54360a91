package io.maimen.observation.code;

/**
 * What was measured or found, by a standard's code; written {@code mdc:160184}, {@code loinc:2823-3} or {@code
 * icd10:R51}.
 */
public sealed interface ObservationCode permits MdcCode, LoincCode, Icd10Code {
    /** Reads what {@code toString} of any kind wrote. */
    static ObservationCode parse(String text) {
        if (text.startsWith(MdcCode.PREFIX)) {
            return MdcCode.parse(text);
        }
        if (text.startsWith(LoincCode.PREFIX)) {
            return new LoincCode(text.substring(LoincCode.PREFIX.length()));
        }
        if (text.startsWith(Icd10Code.PREFIX)) {
            return new Icd10Code(text.substring(Icd10Code.PREFIX.length()));
        }
        throw new IllegalArgumentException("OBS-030 code must start with mdc:, loinc: or icd10: but was " + text);
    }
}
