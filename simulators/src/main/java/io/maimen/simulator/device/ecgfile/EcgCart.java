package io.maimen.simulator.device.ecgfile;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.HostEvent;
import io.maimen.simulator.device.line.LineDevice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A cart that is wheeled to one patient after the other and exports each examination when it is over. Confined to one thread. */
final class EcgCart implements LineDevice {
    private static final Duration UNTIL_THE_FIRST = Duration.ofSeconds(12);
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final BigDecimal MILLIVOLTS_PER_STEP =
            BigDecimal.valueOf(Examination.NANOVOLTS_PER_STEP).movePointLeft(6);
    private static final int LENGTH_S = 10;

    private final long seed;
    private final DeviceClock clock;
    private final String extension;
    private final Function<Examination, byte[]> format;
    private final boolean exportsTwice;
    private int examinations;

    EcgCart(
            long seed,
            DeviceClock clock,
            String extension,
            Function<Examination, byte[]> format,
            boolean exportsTwice) {
        this.seed = seed;
        this.clock = clock;
        this.extension = extension;
        this.format = format;
        this.exportsTwice = exportsTwice;
    }

    @Override
    public List<DeviceAct> on(HostEvent event) {
        if (event instanceof HostEvent.Connected) {
            return List.of(new Wake(UNTIL_THE_FIRST));
        }
        if (!(event instanceof HostEvent.Elapsed elapsed)) {
            return List.of();
        }
        List<DeviceAct> acts = new ArrayList<>();
        LocalDateTime begun = clock.shows(elapsed.at()).minusSeconds(LENGTH_S).truncatedTo(ChronoUnit.SECONDS);
        examinations++;
        Examination examination = Examination.of(seed + examinations, String.format("TH-%04d", examinations), begun);
        examination.leads().forEach((lead, samples) -> samples.stream()
                .forEach(step -> acts.add(new Measured(
                        lead.code(),
                        Optional.of(MILLIVOLTS_PER_STEP
                                .multiply(BigDecimal.valueOf(step))
                                .toPlainString()),
                        "mV"))));
        Bytes file = Bytes.of(format.apply(examination));
        String name = "ECG" + String.format("%06d", examinations);
        acts.add(new Send(name + extension, file));
        if (exportsTwice) {
            acts.add(new Send(name + "-copy" + extension, file));
        }
        acts.add(new Wake(BETWEEN));
        return acts;
    }
}
