package io.maimen.driver.astm;

import io.maimen.driver.Decoded;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The four delimiters an H record declares in its positions 2 to 5 (LIS02-A2 section 5.4). Immutable.
 *
 * @param field between fields, usually {@code |}
 * @param repeat between repeats of a field, usually {@code \}
 * @param component between components of a field, usually {@code ^}
 * @param escape around an escape sequence, usually {@code &}
 */
record Delimiters(char field, char repeat, char component, char escape) {
    static final Delimiters USUAL = new Delimiters('|', '\\', '^', '&');
    private static final int DECLARED = 4;
    private static final int LONGEST_ESCAPE = 64;
    private static final int HEX = 16;

    /** Those of a header; a bare {@code H} has the usual ones. */
    static Decoded<Delimiters> ofHeader(String header) {
        if (header.length() == 1) {
            return new Decoded.Frame<>(USUAL);
        }
        String declared = header.substring(1, Math.min(header.length(), 1 + DECLARED));
        boolean usable = declared.length() == DECLARED
                && declared.chars().distinct().count() == DECLARED
                && declared.chars().noneMatch(c -> Character.isLetterOrDigit(c) || c <= ' ');
        if (!usable) {
            return Decoded.refused("AST-020", 1, "header must declare four different delimiters but was " + declared);
        }
        return new Decoded.Frame<>(
                new Delimiters(declared.charAt(0), declared.charAt(1), declared.charAt(2), declared.charAt(3)));
    }

    /** The parts of {@code text} between {@code delimiter}s; one empty part for an empty text. */
    static List<String> split(String text, char delimiter) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Resolves {@code &F& &S& &R& &E& &Xhh&}; a sequence that is none of these stays as it was sent. */
    String unescape(String text, Charset encoding) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int start = text.indexOf(escape); start >= 0; start = text.indexOf(escape, done)) {
            int end = text.indexOf(escape, start + 1);
            if (end < 0 || end - start > LONGEST_ESCAPE) {
                break;
            }
            Optional<String> meant = meaning(text.substring(start + 1, end), encoding);
            out.append(text, done, start).append(meant.orElse(text.substring(start, end)));
            // An unknown sequence's end may be the next one's beginning.
            done = meant.isPresent() ? end + 1 : end;
        }
        return out.append(text.substring(done)).toString();
    }

    private Optional<String> meaning(String sequence, Charset encoding) {
        return switch (sequence) {
            case "F" -> Optional.of(String.valueOf(field));
            case "S" -> Optional.of(String.valueOf(component));
            case "R" -> Optional.of(String.valueOf(repeat));
            case "E" -> Optional.of(String.valueOf(escape));
            default -> sequence.startsWith("X") ? bytes(sequence.substring(1), encoding) : Optional.empty();
        };
    }

    private static Optional<String> bytes(String digits, Charset encoding) {
        if (digits.isEmpty() || digits.length() % 2 != 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < digits.length(); i += 2) {
            int high = Character.digit(digits.charAt(i), HEX);
            int low = Character.digit(digits.charAt(i + 1), HEX);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            out.write(high * HEX + low);
        }
        return Optional.of(out.toString(encoding));
    }
}
