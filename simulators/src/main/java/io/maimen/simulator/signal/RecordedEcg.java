package io.maimen.simulator.signal;

import io.maimen.simulator.wfdb.WfdbRecord;
import java.util.Locale;

/** A recording played round and round at another rate. */
public final class RecordedEcg implements SampleSource {
    private final double[] samples;
    private final int lead;
    private int position;

    public RecordedEcg(WfdbRecord record, int rateHz) {
        this.samples = new Resampler(record.rateHz(), rateHz).resample(record.millivolts());
        // Modified lead II is what Holter records call MLII; every other place is given out as lead I.
        this.lead = record.description().toUpperCase(Locale.ROOT).endsWith("II") ? 2 : 1;
    }

    @Override
    public double[] next(int count) {
        double[] block = new double[count];
        for (int i = 0; i < count; i++) {
            block[i] = samples[position];
            position = (position + 1) % samples.length;
        }
        return block;
    }

    @Override
    public int lead() {
        return lead;
    }
}
