package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Thousands of streams are analysed beside each other: what one needs is counted by the Java machine itself. */
class EcgMemoryTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int RATE_HZ = 1000;

    private final EcgListener nobody = new EcgListener() {
        @Override
        public void beat(Beat beat) {}

        @Override
        public void quality(QualityStretch stretch) {}

        @Override
        public void rhythm(RhythmEpisode episode) {}
    };

    @Test
    void streamNeedsLessThan64Kilobytes() {
        EcgAnalysis first = new EcgAnalysis(RATE_HZ, nobody);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        EcgAnalysis second = new EcgAnalysis(RATE_HZ, nobody);
        long needed = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertTrue(needed < 64 * 1024, needed + " bytes");
        assertEquals(first.beatsPerMinute(), second.beatsPerMinute());
    }

    /** Half a minute has some 38 beats: a little for each of them, nothing for its 30,000 samples. */
    @Test
    void samplesCostNoMemory() {
        int[] ecg = SyntheticEcg.steady(RATE_HZ, 30, 75).microvolts();
        EcgAnalysis analysis = new EcgAnalysis(RATE_HZ, nobody);
        for (int i = 0; i < 5; i++) {
            analysis.samples(ecg, 0, ecg.length);
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        analysis.samples(ecg, 0, ecg.length);
        long needed = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertTrue(needed < ecg.length / 2, needed + " bytes for " + ecg.length + " samples");
    }
}
