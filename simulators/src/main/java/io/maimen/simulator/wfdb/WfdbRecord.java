package io.maimen.simulator.wfdb;

import io.maimen.simulator.SimulatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first signal of a recording. Immutable. */
public final class WfdbRecord {
    private final WfdbHeader header;
    private final double[] millivolts;

    private WfdbRecord(WfdbHeader header, double[] millivolts) {
        this.header = header;
        this.millivolts = millivolts;
    }

    /**
     * Reads a record.
     *
     * @param path of the record without its ending, for example {@code ../shared/ecg/mitdb/208}
     * @throws SimulatorException {@code SIM-010} when header or signal file is missing or is not what this reads
     */
    public static WfdbRecord read(Path path) throws SimulatorException {
        Path headerFile = path.resolveSibling(path.getFileName() + ".hea");
        try {
            WfdbHeader header = WfdbHeader.parse(Files.readString(headerFile, StandardCharsets.ISO_8859_1));
            byte[] bytes = Files.readAllBytes(
                    path.resolveSibling(header.signals().get(0).file()));
            return new WfdbRecord(header, firstSignal(header, bytes));
        } catch (IOException | IllegalArgumentException e) {
            throw new SimulatorException(
                    "SIM-010 record must be a WFDB record of format 212 or 16 but " + path + " was not (" + e
                            + "); name it without its ending, as in mitdb/208",
                    e);
        }
    }

    static double[] firstSignal(WfdbHeader header, byte[] bytes) {
        SignalSpecification first = header.signals().get(0);
        int interleaved = (int) header.signals().stream()
                .filter(signal -> signal.file().equals(first.file()))
                .count();
        int[] samples = SampleFormat.of(first.format()).unpack(bytes, first.byteOffset());
        double[] millivolts = new double[samples.length / interleaved];
        if (millivolts.length == 0) {
            throw new IllegalArgumentException(
                    "samples must be at least one of each signal but were " + samples.length);
        }
        for (int i = 0; i < millivolts.length; i++) {
            millivolts[i] = (samples[i * interleaved] - first.baseline()) / first.unitsPerMillivolt();
        }
        return millivolts;
    }

    public int rateHz() {
        return header.rateHz();
    }

    /** What the header calls the signal, for example {@code MLII}; may be empty. */
    public String description() {
        return header.signals().get(0).description();
    }

    /** The signal in millivolts; a copy. */
    public double[] millivolts() {
        return millivolts.clone();
    }
}
