package io.maimen.ingest.health;

import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.follow.LogBacklog;
import io.maimen.ingest.follow.LogFollower;
import io.maimen.ingest.follow.ReaderState;
import io.maimen.log.LogException;
import io.maimen.log.ObservationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that can be wrong. Blocking (it reads the log where a reader is behind); thread-safe. */
public final class Health {
    /** A lag is counted up to this many records. */
    public static final int COUNTED_RECORDS = 1_000;

    private static final Duration LATE = Duration.ofSeconds(10);

    private final ObservationLog log;
    private final List<LogFollower> readers;
    private final Admission admission;
    private final Path directory;
    private final long minFreeBytes;
    private final Clock clock;

    /** {@code directory} is where everything durable lies. */
    public Health(
            ObservationLog log,
            List<LogFollower> readers,
            Admission admission,
            Path directory,
            long minFreeBytes,
            Clock clock) {
        this.log = log;
        this.readers = List.copyOf(readers);
        this.admission = admission;
        this.directory = directory;
        this.minFreeBytes = minFreeBytes;
        this.clock = clock;
    }

    /** How the server is now. */
    public HealthReport report() {
        Findings findings = new Findings();
        long freeBytes = disk(findings);
        admission.trouble().ifPresent(e -> findings.red("gateways are not acknowledged: " + e.getMessage()));
        List<ReaderLag> lags = new ArrayList<>();
        for (LogFollower reader : readers) {
            lags.add(reader(reader.state(), findings));
        }
        return new HealthReport(findings.state, findings.reasons, lags, freeBytes);
    }

    private long disk(Findings findings) {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < minFreeBytes) {
                findings.red("SRV-004 free disk must be at least " + minFreeBytes + " bytes but was " + free
                        + "; make room on " + directory);
            }
            return free;
        } catch (IOException e) {
            findings.red("SRV-002 " + directory + " must be readable but was not: " + e.getMessage());
            return 0;
        }
    }

    private ReaderLag reader(ReaderState state, Findings findings) {
        state.stuck().ifPresent(why -> findings.red("SRV-032 reader " + state.name() + " is stuck: " + why));
        if (state.lost() > 0) {
            findings.red("SRV-030 the log lost " + state.lost() + " stretches before " + state.name() + " read them");
        }
        try {
            LogBacklog backlog = LogBacklog.after(state.cursor(), log, COUNTED_RECORDS);
            Duration age = backlog.oldest()
                    .map(oldest -> Duration.between(oldest, clock.instant()))
                    .filter(waited -> !waited.isNegative())
                    .orElse(Duration.ZERO);
            if (age.compareTo(LATE) > 0) {
                findings.amber("reader " + state.name() + " is " + age.toSeconds() + " s behind");
            }
            return new ReaderLag(state.name(), backlog.records(), age);
        } catch (LogException e) {
            findings.red("the log must be readable but was not: " + e.getMessage());
            return new ReaderLag(state.name(), 0, Duration.ZERO);
        }
    }

    private static final class Findings {
        private final List<String> reasons = new ArrayList<>();
        private HealthState state = HealthState.GREEN;

        void red(String reason) {
            reasons.add(reason);
            state = HealthState.RED;
        }

        void amber(String reason) {
            reasons.add(reason);
            state = state == HealthState.RED ? state : HealthState.AMBER;
        }
    }
}
