package io.maimen.observation.code;

import java.util.regex.Pattern;

/** A LOINC code with its check digit, such as {@code 2823-3}. Immutable. */
public record LoincCode(String code) implements ObservationCode {
    static final String PREFIX = "loinc:";
    private static final Pattern FORM = Pattern.compile("[0-9]{1,7}-[0-9]");

    public LoincCode {
        if (!FORM.matcher(code).matches() || checkDigit(code) != code.charAt(code.length() - 1) - '0') {
            throw new IllegalArgumentException(
                    "OBS-032 LOINC code must be digits, hyphen, check digit but was " + code);
        }
    }

    /** Mod 10 after Luhn, as the LOINC Users' Guide, appendix "Calculating Mod 10 check digits", describes. */
    private static int checkDigit(String code) {
        int sum = 0;
        boolean doubled = true;
        for (int i = code.indexOf('-') - 1; i >= 0; i--) {
            int digit = code.charAt(i) - '0';
            int weighted = doubled ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public String toString() {
        return PREFIX + code;
    }
}
