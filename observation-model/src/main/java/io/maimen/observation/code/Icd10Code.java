package io.maimen.observation.code;

import java.util.regex.Pattern;

/** A code of ICD-10 (WHO, 10th revision), category or subcategory, such as {@code R51} or {@code R07.4}. Immutable. */
public record Icd10Code(String code) implements ObservationCode {
    static final String PREFIX = "icd10:";
    private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{2}(\\.[0-9])?");

    public Icd10Code {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "OBS-036 ICD-10 code must be a letter, two digits and perhaps .digit but was " + code);
        }
    }

    @Override
    public String toString() {
        return PREFIX + code;
    }
}
