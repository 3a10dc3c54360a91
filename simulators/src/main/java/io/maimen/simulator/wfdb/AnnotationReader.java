package io.maimen.simulator.wfdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads annotation files in the MIT format: 16 bit words, least significant byte first, a code in the upper 6 bits and the
 * interval since the annotation before in the lower 10. Source: WFDB annot(5). Stateless.
 */
public final class AnnotationReader {
    private static final int NOTE = 22;
    private static final int SKIP = 59;
    private static final int NUM = 60;
    private static final int SUB = 61;
    private static final int CHN = 62;
    private static final int AUX = 63;
    private static final int INTERVAL_MASK = 0x3FF;
    private static final int CODE_SHIFT = 10;

    private final byte[] file;
    private final List<Annotation> annotations = new ArrayList<>();
    private int at;
    private long sample;
    private int channel;
    private int number;

    private AnnotationReader(byte[] file) {
        this.file = file;
    }

    /**
     * The annotations of a file up to its zero word, or to its end. The notes at its beginning that say how it counts
     * ({@code ## time resolution: 360}) are its header and left out; a word cut off at the end as well.
     */
    public static List<Annotation> read(byte[] file) {
        AnnotationReader reader = new AnnotationReader(file);
        while (reader.hasWord()) {
            int word = reader.word();
            if (word == 0) {
                break;
            }
            reader.read(word >> CODE_SHIFT, word & INTERVAL_MASK);
        }
        return reader.annotations.stream()
                .filter(annotation -> !isHeader(annotation))
                .toList();
    }

    private static boolean isHeader(Annotation annotation) {
        return annotation.sample() == 0
                && annotation.code() == NOTE
                && annotation.text().filter(text -> text.startsWith("##")).isPresent();
    }

    private void read(int code, int interval) {
        switch (code) {
            case SKIP -> skip();
            case NUM -> {
                number = (byte) interval;
                replaceLast(Optional.empty(), Optional.empty());
            }
            case SUB -> replaceLast(Optional.of((int) (byte) interval), Optional.empty());
            case CHN -> {
                channel = interval & 0xFF;
                replaceLast(Optional.empty(), Optional.empty());
            }
            case AUX -> replaceLast(Optional.empty(), Optional.of(text(interval)));
            default -> {
                sample += interval;
                annotations.add(new Annotation(sample, code, 0, channel, number, Optional.empty()));
            }
        }
    }

    /** A long interval stands in the next four bytes, its upper half first. */
    private void skip() {
        if (file.length - at >= 4) {
            int upper = word();
            sample += upper << 16 | word();
        } else {
            at = file.length;
        }
    }

    /** What follows an annotation belongs to it; number and channel stay for those after it. */
    private void replaceLast(Optional<Integer> subtype, Optional<String> text) {
        if (!annotations.isEmpty()) {
            int last = annotations.size() - 1;
            Annotation so = annotations.get(last);
            annotations.set(
                    last,
                    new Annotation(
                            so.sample(), so.code(), subtype.orElse(so.subtype()), channel, number, text.or(so::text)));
        }
    }

    /** Padded to an even length; a zero byte ends it. */
    private String text(int length) {
        int end = Math.min(file.length, at + length);
        String text = new String(file, at, end - at, StandardCharsets.UTF_8);
        at = Math.min(file.length, at + length + length % 2);
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }

    private boolean hasWord() {
        return file.length - at >= 2;
    }

    private int word() {
        int word = (file[at] & 0xFF) | (file[at + 1] & 0xFF) << 8;
        at += 2;
        return word;
    }
}
