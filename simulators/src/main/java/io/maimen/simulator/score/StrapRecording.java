package io.maimen.simulator.score;

import io.maimen.simulator.SimulatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chest strap recorded: the signal and the intervals between beats that the strap itself found.
 *
 * @param rateHz as its time stamps say
 * @param microvolts without a gap
 * @param intervals in the order of time
 */
@SuppressWarnings("ArrayRecordComponent") // only read, and long
record StrapRecording(double rateHz, int[] microvolts, List<Interval> intervals) {
    private static final String HEADER = "time_unix_ns,ecg_mV,hr_bpm,rr_ms";
    private static final double NANOS = 1e9;
    private static final double LATEST = 1.5;

    /**
     * An interval as the strap told it.
     *
     * @param toldAtSeconds since the first sample
     * @param seconds of the interval
     */
    record Interval(double toldAtSeconds, double seconds) {}

    /** Reads lines of {@code time_unix_ns,ecg_mV,hr_bpm,rr_ms}; the last two are empty on most lines. */
    static StrapRecording read(Path csv) throws SimulatorException {
        List<String> lines = lines(csv);
        int[] microvolts = new int[lines.size() - 1];
        List<Interval> intervals = new ArrayList<>();
        long first = time(lines.get(1));
        long last = time(lines.get(lines.size() - 1));
        double rateHz = (microvolts.length - 1) * NANOS / (last - first);
        long before = first;
        for (int i = 1; i < lines.size(); i++) {
            String[] words = words(lines.get(i));
            long time = time(lines.get(i));
            if ((time - before) * rateHz / NANOS > LATEST) {
                throw new SimulatorException("CLI-042 --csv must be without a gap but has one before line " + (i + 1)
                        + "; cut the file there");
            }
            before = time;
            microvolts[i - 1] = (int) Math.round(number(words[1], i) * 1000);
            if (!words[3].isEmpty()) {
                intervals.add(new Interval((time - first) / NANOS, number(words[3], i) / 1000));
            }
        }
        return new StrapRecording(rateHz, microvolts, List.copyOf(intervals));
    }

    private static List<String> lines(Path csv) throws SimulatorException {
        try {
            List<String> lines = Files.readAllLines(csv);
            if (lines.size() < 3 || !lines.get(0).strip().equals(HEADER)) {
                throw new SimulatorException("CLI-042 --csv must begin with " + HEADER + " but was "
                        + (lines.isEmpty() ? "empty" : lines.get(0)) + "; export the recording so");
            }
            return lines;
        } catch (IOException e) {
            throw new SimulatorException("CLI-042 --csv must be a file that can be read but was not: " + e, e);
        }
    }

    private static String[] words(String line) throws SimulatorException {
        String[] words = line.strip().split(",", -1);
        if (words.length != 4) {
            throw new SimulatorException(
                    "CLI-042 a line of --csv must have 4 fields but was " + line + "; correct the line");
        }
        return words;
    }

    private static long time(String line) throws SimulatorException {
        return (long) number(words(line)[0], 0);
    }

    private static double number(String word, int line) throws SimulatorException {
        try {
            return line == 0 ? Long.parseLong(word) : Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new SimulatorException(
                    "CLI-042 line " + (line + 1) + " of --csv must have numbers but was " + word + "; correct it", e);
        }
    }
}
