package io.maimen.simulator.journal;

import io.maimen.simulator.SimulatorException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The journal of one run of one device. Thread-safe. */
public final class Journal implements AutoCloseable {
    private final Path path;
    private final BufferedWriter writer;

    private Journal(Path path, BufferedWriter writer) {
        this.path = path;
        this.writer = writer;
    }

    /** Makes the file; one that exists is another run's truth and is not touched ({@code SIM-002}). */
    public static Journal create(Path path) throws SimulatorException {
        try {
            return new Journal(path, Files.newBufferedWriter(path, StandardOpenOption.CREATE_NEW));
        } catch (FileAlreadyExistsException e) {
            throw new SimulatorException(
                    "SIM-002 journal must not exist yet but " + path + " does; name another file or move it away", e);
        } catch (IOException e) {
            throw new SimulatorException(
                    "SIM-003 journal must be writable but " + path + " was not (" + e.getMessage()
                            + "); name a file in a directory that exists",
                    e);
        }
    }

    /** Adds one line. When this returns, the line is with the operating system and survives the death of this process. */
    public synchronized void write(JournalEntry entry) {
        try {
            writer.write(JournalLine.of(entry));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("SIM-003 journal must be writable but " + path + " was not", e);
        }
    }

    /**
     * Everything written so far, in order. A last line without its end is left out: its writer was killed, or is still
     * writing it. A journal that was never made is empty: its device never came up.
     */
    public static List<JournalEntry> read(Path path) throws SimulatorException {
        String text;
        try {
            text = Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new SimulatorException("SIM-001 journal must be readable but " + path + " was not: " + e, e);
        }
        List<JournalEntry> entries = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            try {
                entries.add(JournalLine.parse(line));
            } catch (RuntimeException e) {
                // Whatever a JSON reader or a refusing constructor throws at a broken line means the same here.
                throw new SimulatorException(
                        "SIM-001 journal line must be an entry but " + path + " line " + (entries.size() + 1) + " was "
                                + line + "; the file is damaged",
                        e);
            }
            start = end + 1;
        }
        return entries;
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
