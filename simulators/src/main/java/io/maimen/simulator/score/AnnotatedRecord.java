package io.maimen.simulator.score;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.signal.BandPass;
import io.maimen.simulator.signal.Resampler;
import io.maimen.simulator.wfdb.Annotation;
import io.maimen.simulator.wfdb.AnnotationReader;
import io.maimen.simulator.wfdb.WfdbRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first lead of a record and what people noted at it.
 *
 * @param name the record's
 * @param rateHz samples a second
 * @param millivolts the signal
 * @param annotations in the order of time, at samples of this signal
 */
@SuppressWarnings("ArrayRecordComponent") // half an hour of samples, boxed, would be a hundred times the work
record AnnotatedRecord(String name, int rateHz, double[] millivolts, List<Annotation> annotations) {
    private static final String ANNOTATIONS = ".atr";

    /** The names of records in a folder that have a header and beat annotations, in order. */
    static List<Path> in(Path folder) throws SimulatorException {
        return named(folder, ".hea", "--records");
    }

    /** The names of records in a folder that have beats with this ending and a rhythm, in order. */
    static List<Path> annotationsIn(Path folder, String ending) throws SimulatorException {
        return named(folder, ending, "--annotations");
    }

    private static List<Path> named(Path folder, String ending, String option) throws SimulatorException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> records = files.map(Path::toString)
                    .filter(name -> name.endsWith(ending))
                    .map(name -> Path.of(name.substring(0, name.length() - ending.length())))
                    .filter(record -> Files.exists(beside(record, ANNOTATIONS)))
                    .sorted()
                    .toList();
            if (records.isEmpty()) {
                throw new SimulatorException("CLI-040 " + option + " must be a folder of WFDB records with " + ending
                        + " and .atr files but " + folder + " has none; name another folder");
            }
            return records;
        } catch (IOException e) {
            throw new SimulatorException(
                    "CLI-040 " + option + " must be a folder that can be read but was not: " + e, e);
        }
    }

    /** Reads a record, named without its ending. */
    static AnnotatedRecord read(Path record) throws SimulatorException {
        WfdbRecord signal = WfdbRecord.read(record);
        return new AnnotatedRecord(
                record.getFileName().toString(),
                signal.rateHz(),
                signal.millivolts(),
                annotations(record, ANNOTATIONS));
    }

    /** What is noted beside a record, named without its ending. */
    static List<Annotation> annotations(Path record, String ending) throws SimulatorException {
        try {
            return AnnotationReader.read(Files.readAllBytes(beside(record, ending)));
        } catch (IOException e) {
            throw new SimulatorException(
                    "CLI-040 annotations of " + record + " must be readable but were not: " + e, e);
        }
    }

    private static Path beside(Path record, String ending) {
        return record.resolveSibling(record.getFileName() + ending);
    }

    /** As a device of that band would have shown it. */
    AnnotatedRecord within(BandPass band) {
        return new AnnotatedRecord(name, rateHz, band.filter(millivolts, rateHz), annotations);
    }

    /** As a device of that rate would have shown it; annotations move to the nearest sample. */
    AnnotatedRecord at(int newRateHz) {
        List<Annotation> moved = annotations.stream()
                .map(a -> new Annotation(
                        Math.round((double) a.sample() * newRateHz / rateHz),
                        a.code(),
                        a.subtype(),
                        a.channel(),
                        a.number(),
                        a.text()))
                .toList();
        return new AnnotatedRecord(name, newRateHz, new Resampler(rateHz, newRateHz).resample(millivolts), moved);
    }

    int[] microvolts() {
        return Arrays.stream(millivolts)
                .mapToInt(value -> (int) Math.round(value * 1000))
                .toArray();
    }
}
