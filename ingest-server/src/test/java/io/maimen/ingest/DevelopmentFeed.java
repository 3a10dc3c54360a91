package io.maimen.ingest;

import io.maimen.observation.Lane;
import io.maimen.observation.SampleGap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gives a server something to show, for those who write the page: specimens, a few of them critical, and a strip of ECG. */
final class DevelopmentFeed {
    private DevelopmentFeed() {}

    /**
     * Feeds a server that runs already, until stopped.
     *
     * @param arguments the MQTT port; the server must know gateway clinic-demo with token development-token
     */
    public static void main(String... arguments) throws Exception {
        Random random = new Random(1);
        Clock clock = Clock.systemUTC();
        CountDownLatch never = new CountDownLatch(1);
        try (TestGateway gateway =
                TestGateway.connect(Integer.parseInt(arguments[0]), Measurements.GATEWAY.value(), TestServer.TOKEN)) {
            Instant begin = clock.instant();
            for (long second = 0; !never.await(2, TimeUnit.SECONDS); second += 2) {
                Instant now = begin.plus(Duration.ofSeconds(second));
                long sequence = second / 2;
                // Every tenth block is missing and every seventh has a loose electrode: gaps must be seen.
                if (sequence % 10 != 9) {
                    gateway.publish(
                            Lane.WAVEFORM,
                            Envelopes.of(
                                    Lane.WAVEFORM,
                                    sequence % 7 == 6
                                            ? Measurements.ecg(sequence, now, new SampleGap(100, 150))
                                            : Measurements.ecg(sequence, now)));
                }
                if (second % 10 == 4) {
                    String specimen = "S-%04d".formatted(second);
                    String glucose = random.nextInt(4) == 0 ? "2.7" : "5." + random.nextInt(10);
                    String potassium = random.nextInt(5) == 0 ? "6.4" : "4." + random.nextInt(10);
                    gateway.publish(
                            Lane.VITAL,
                            Envelopes.of(
                                    Lane.VITAL,
                                    Measurements.glucose(specimen, glucose, clock.instant()),
                                    Measurements.potassium(specimen, potassium, clock.instant())));
                }
            }
        }
    }
}
