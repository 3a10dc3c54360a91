package io.maimen.driver.aecg;

import io.maimen.driver.recording.RefusedFile;
import io.maimen.observation.Samples;
import io.maimen.observation.code.EcgLead;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A sequence as it is being read: its code, and the parts of its value by name. Confined to one thread. */
final class Sequence {
    private static final String LEAD = "MDC_ECG_LEAD_";
    private static final String POTENTIAL = "MDC_ECG_ELEC_POTL_";
    private static final Map<String, String> OTHER_NAMES = Map.of("AVRNEG", "-AVR");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LONGEST_NUMBER = 11;

    /** A part such as {@code <scale value="5" unit="uV"/>}. */
    record Part(String value, String unit) {}

    private final Map<String, Part> parts = new HashMap<>();
    private String code = "";
    private String digits = "";

    void code(String text) {
        code = text;
    }

    void part(String name, String value, String unit) {
        parts.put(name, new Part(value, unit));
    }

    void digits(String text) {
        digits = text;
    }

    String code() {
        return code;
    }

    boolean isTime() {
        return code.equals("TIME_ABSOLUTE") || code.equals("TIME_RELATIVE");
    }

    boolean isAbsolute() {
        return code.equals("TIME_ABSOLUTE");
    }

    boolean isLead() {
        return code.startsWith(LEAD) || code.startsWith(POTENTIAL);
    }

    Part part(String name) throws RefusedFile {
        return Optional.ofNullable(parts.get(name))
                .orElseThrow(() -> new RefusedFile(
                        "AEC-005", 0, "sequence " + code + " must have " + name + " but had " + parts.keySet()));
    }

    EcgLead lead() throws RefusedFile {
        String name = code.substring(code.startsWith(LEAD) ? LEAD.length() : POTENTIAL.length())
                .toUpperCase(Locale.ROOT);
        return EcgLead.named(OTHER_NAMES.getOrDefault(name, name))
                .orElseThrow(() -> new RefusedFile(
                        "AEC-007", 0, "lead must be one with a name but was " + code + "; export the standard leads"));
    }

    BigDecimal millivoltsPerStep() throws RefusedFile {
        Part scale = part("scale");
        BigDecimal millivolts = PhysicalNumber.millivolts("scale", scale.value(), scale.unit());
        if (millivolts.signum() <= 0) {
            throw new RefusedFile("AEC-006", 0, "scale must be above 0 but was " + scale.value());
        }
        BigDecimal plain = millivolts.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** In steps above zero volts; the file's own zero, origin, must be a whole number of steps. */
    Samples samples() throws RefusedFile {
        Part origin = part("origin");
        BigDecimal[] steps = PhysicalNumber.millivolts("origin", origin.value(), origin.unit())
                .divideAndRemainder(millivoltsPerStep());
        if (steps[1].signum() != 0) {
            throw new RefusedFile(
                    "AEC-008",
                    0,
                    "origin of " + code + " must be a whole number of steps but was " + origin.value() + " "
                            + origin.unit());
        }
        String[] numbers = BLANKS.splitAsStream(digits.strip()).toArray(String[]::new);
        int[] samples = new int[numbers.length];
        try {
            int zero = steps[0].intValueExact();
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i].length() > LONGEST_NUMBER) {
                    throw notDigits(numbers[i].substring(0, LONGEST_NUMBER));
                }
                samples[i] = Math.addExact(Integer.parseInt(numbers[i]), zero);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw notDigits(e.getMessage());
        }
        return Samples.of(samples);
    }

    private RefusedFile notDigits(String what) {
        return new RefusedFile(
                "AEC-009", 0, "digits of " + code + " must be whole numbers of 32 bits but were not: " + what);
    }
}
