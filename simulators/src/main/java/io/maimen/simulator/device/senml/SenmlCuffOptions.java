package io.maimen.simulator.device.senml;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.DeviceOptions;
import io.maimen.simulator.device.cuff.CuffOptions;
import io.maimen.simulator.journal.Journal;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** The options of every cuff that sends SenML, and its work by them, whatever it sends over. */
final class SenmlCuffOptions {
    @Mixin
    private DeviceOptions device;

    @Mixin
    private CuffOptions cuff;

    String serial() {
        return device.serial();
    }

    Consumer<String> log(CommandSpec command) {
        return device.log(command);
    }

    /** Says that it is ready, then measures and sends over {@code line} until stopped; {@code uri} is the gateway's. */
    void run(CommandSpec command, String uri, CuffLine line, PackFormat format, Clock clock)
            throws SimulatorException, IOException, InterruptedException {
        try (Journal journal = Journal.create(device.journal())) {
            device.ready(command, "gateway=" + uri);
            SenmlCuff work = new SenmlCuff(
                    device.device(),
                    cuff.readings(device.seed()),
                    cuff.every(),
                    format,
                    line,
                    journal,
                    device.log(command),
                    clock);
            device.run(clock, work::run);
        }
    }
}
