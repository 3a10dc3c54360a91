package io.maimen.simulator.device.astm;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** The analyser of docs/devices/astm-analyser.md, and the ways in which analysers of other makers differ from it. */
public final class AstmFamily implements DeviceFamily {
    static final String ONE_FRAME = "one-frame";
    static final String SPLIT_RECORDS = "split-records";
    static final String OWN_DELIMITERS = "own-delimiters";
    static final String CONTROL_SAMPLES = "control-samples";
    static final String ASKS = "asks";
    static final String CONTENTION = "contention";

    private static final int BAUD = 9600;

    @Override
    public String name() {
        return "astm";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Serial(BAUD);
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                ONE_FRAME, "puts a whole message into one frame",
                SPLIT_RECORDS, "splits records over frames of 32 characters",
                OWN_DELIMITERS, "declares ! ~ : $ in place of | \\ ^ &",
                CONTROL_SAMPLES, "every second specimen is a control sample",
                ASKS, "asks after each specimen what is ordered for the next, and takes the answer",
                CONTENTION, "asks twice, and wants the line back at the moment the first answer begins");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new LineAnalyser(new AnalyserMessages(seed, clock, habits), LineTimes.STANDARD);
    }
}
