package io.maimen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A log of short texts, for tests to read by eye. */
final class TextLog {
    private TextLog() {}

    /** Appends records of 40 bytes, one by one. */
    static List<LogRecord> fill(ObservationLog log, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            append(log, String.format("%040d", i));
        }
        return readAll(log, log.start());
    }

    static LogPosition append(ObservationLog log, String... texts) throws LogException {
        return log.append(Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList());
    }

    static List<LogRecord> readAll(ObservationLog log, LogPosition from) throws IOException {
        LogSlice slice = log.read(from, 1000);
        assertEquals(List.of(), slice.damage());
        return slice.records();
    }

    static List<String> texts(List<LogRecord> records) {
        return records.stream().map(record -> text(record.bytes())).toList();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
