package io.maimen.observation.code;

import java.util.regex.Pattern;

/** A unit by its case-sensitive UCUM code, such as {@code mmol/L} or {@code mm[Hg]}. Immutable. */
public record UcumUnit(String code) {
    // First, because the constants below are checked by it while the class is made ready.
    private static final Pattern CODE = Pattern.compile("[!-~]{1,40}");

    public static final UcumUnit MILLIMOLE_PER_LITRE = new UcumUnit("mmol/L");
    public static final UcumUnit MILLIGRAM_PER_DECILITRE = new UcumUnit("mg/dL");
    public static final UcumUnit MILLIGRAM_PER_LITRE = new UcumUnit("mg/L");
    public static final UcumUnit MILLIMOLE_PER_MOLE = new UcumUnit("mmol/mol");
    public static final UcumUnit MILLIVOLT = new UcumUnit("mV");
    public static final UcumUnit MILLIMETRE_OF_MERCURY = new UcumUnit("mm[Hg]");
    public static final UcumUnit KILOPASCAL = new UcumUnit("kPa");
    public static final UcumUnit PERCENT = new UcumUnit("%");
    public static final UcumUnit PER_MINUTE = new UcumUnit("/min");
    public static final UcumUnit CELSIUS = new UcumUnit("Cel");
    public static final UcumUnit FAHRENHEIT = new UcumUnit("[degF]");
    public static final UcumUnit KILOGRAM = new UcumUnit("kg");
    public static final UcumUnit POUND = new UcumUnit("[lb_av]");
    public static final UcumUnit KILOGRAM_PER_SQUARE_METRE = new UcumUnit("kg/m2");
    public static final UcumUnit SECOND = new UcumUnit("s");
    /** Heart beats, counted. */
    public static final UcumUnit BEATS = new UcumUnit("{beats}");

    public static final UcumUnit ONE = new UcumUnit("1");

    public UcumUnit {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "OBS-033 unit must be 1 to 40 visible ASCII characters but was '" + code + "'");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
