package io.maimen.driver.astm;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.maimen.driver.DriverOptions;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What can be set for an analyser. Immutable.
 *
 * @param codes the meaning of the analyser's test names; option {@code codes.NAME}, GLU and K known without it
 * @param encoding of the records' text; option {@code encoding}, UTF-8
 * @param maxFrameBytes a frame may have, framing included; option {@code maxFrameBytes}, 65 536
 * @param strictNumbers false for analysers that do not count their frames; option {@code frameNumbers}, strict or lenient
 * @param receiverTimeout silence that ends a session; option {@code receiverTimeout}, PT30S as LIS01-A2 says
 */
record AstmOptions(
        Map<String, ObservationCode> codes,
        Charset encoding,
        int maxFrameBytes,
        boolean strictNumbers,
        Duration receiverTimeout) {
    private static final String CODES = "codes.";
    private static final int SHORTEST_LIMIT = 247;
    private static final int STANDARD_LIMIT = 64 * 1024;
    private static final int LONGEST_LIMIT = 1024 * 1024;
    private static final Map<String, ObservationCode> STANDARD_CODES =
            Map.of("GLU", Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "K", Nomenclature.POTASSIUM_BLOOD);

    /** Reads the options; throws IllegalArgumentException with the option's name and what it accepts. */
    static AstmOptions of(DriverOptions options) {
        Map<String, ObservationCode> codes = new HashMap<>(STANDARD_CODES);
        codes.putAll(options.under(CODES).entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, test -> code(test.getKey(), test.getValue()))));
        return new AstmOptions(
                Map.copyOf(codes),
                encoding(options.text("encoding").orElse("UTF-8")),
                options.integer("maxFrameBytes", STANDARD_LIMIT, SHORTEST_LIMIT, LONGEST_LIMIT),
                strict(options.text("frameNumbers").orElse("strict")),
                options.duration("receiverTimeout", Duration.ofSeconds(30)));
    }

    private static ObservationCode code(String test, String code) {
        try {
            return ObservationCode.parse(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "AST-031 options.codes." + test + " must be a code such as mdc:160184 or loinc:6298-4 but was "
                            + code,
                    e);
        }
    }

    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "AST-032 options.encoding must be a character set such as UTF-8, windows-1251 or Shift_JIS but was "
                            + name,
                    e);
        }
    }

    private static boolean strict(String text) {
        return switch (text) {
            case "strict" -> true;
            case "lenient" -> false;
            default ->
                throw new IllegalArgumentException(
                        "AST-033 options.frameNumbers must be strict or lenient but was " + text);
        };
    }
}
