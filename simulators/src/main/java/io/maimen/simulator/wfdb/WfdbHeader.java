package io.maimen.simulator.wfdb;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record's header.
 *
 * @param name the record's name
 * @param rateHz samples a second of each signal, a whole number above 0
 * @param signals in the order in which their samples are interleaved, 1 or more
 */
record WfdbHeader(String name, int rateHz, List<SignalSpecification> signals) {
    // Source: WFDB header(5). Format may carry xSPF, :SKEW and +OFFSET; gain may carry (BASELINE) and /UNITS.
    private static final Pattern FORMAT = Pattern.compile("(\\d+)(x\\d+)?(:\\d+)?(?:\\+(\\d+))?");
    private static final Pattern GAIN = Pattern.compile("([0-9.eE+-]+)(?:\\((-?\\d+)\\))?(?:/(\\S+))?");
    private static final int DEFAULT_RATE_HZ = 250;
    private static final double DEFAULT_GAIN = 200;

    WfdbHeader {
        signals = List.copyOf(signals);
        if (signals.isEmpty() || rateHz < 1) {
            throw new IllegalArgumentException(
                    "rate and signals must be at least 1 but were " + rateHz + " and " + signals.size());
        }
    }

    /** Reads a header's text; lines may end in LF or CR LF. What it cannot read is an IllegalArgumentException. */
    static WfdbHeader parse(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a record line must be there but the header was empty");
        }
        String[] record = lines.get(0).split("\\s+");
        int signals = Integer.parseInt(field(record, 1, "number of signals"));
        if (lines.size() < 1 + signals) {
            throw new IllegalArgumentException("signal lines must be " + signals + " but were " + (lines.size() - 1));
        }
        double rateHz = record.length > 2 ? Double.parseDouble(record[2].replaceAll("[/(].*", "")) : DEFAULT_RATE_HZ;
        if (rateHz != Math.rint(rateHz)) {
            throw new IllegalArgumentException("rate must be a whole number of Hz but was " + rateHz);
        }
        return new WfdbHeader(
                record[0],
                (int) rateHz,
                lines.subList(1, 1 + signals).stream().map(WfdbHeader::signal).toList());
    }

    private static SignalSpecification signal(String line) {
        String[] fields = line.split("\\s+", 9);
        Matcher format = matched(FORMAT, field(fields, 1, "format"));
        if (format.group(2) != null || format.group(3) != null) {
            throw new IllegalArgumentException("format must not be skewed or oversampled but was " + fields[1]);
        }
        int offset = format.group(4) == null ? 0 : Integer.parseInt(format.group(4));
        double gain = DEFAULT_GAIN;
        int baseline = fields.length > 4 ? Integer.parseInt(fields[4]) : 0;
        if (fields.length > 2) {
            Matcher written = matched(GAIN, fields[2]);
            double value = Double.parseDouble(written.group(1));
            // 0 means "not calibrated", for which the format names a default.
            gain = value == 0 ? DEFAULT_GAIN : value;
            baseline = written.group(2) == null ? baseline : Integer.parseInt(written.group(2));
            if (written.group(3) != null && !"mV".equals(written.group(3))) {
                throw new IllegalArgumentException("units must be mV but were " + written.group(3));
            }
        }
        return new SignalSpecification(
                fields[0],
                Integer.parseInt(format.group(1)),
                offset,
                gain,
                baseline,
                fields.length > 8 ? fields[8].strip() : "");
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("field must match " + pattern + " but was " + text);
        }
        return matcher;
    }

    private static String field(String[] fields, int index, String name) {
        if (index >= fields.length) {
            throw new IllegalArgumentException(name + " must be there but the line ended");
        }
        return fields[index];
    }
}
