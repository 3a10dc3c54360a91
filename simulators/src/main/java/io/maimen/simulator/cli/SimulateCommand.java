package io.maimen.simulator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate DEVICE}: the devices are its sub-commands. */
@Command(name = "simulate", mixinStandardHelpOptions = true, description = "A virtual device, until it is stopped.")
final class SimulateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a device must be named: analyser, ecg-patch, cuff-ble, cuff-coap, cuff-mqtt, or device for those of all families");
    }
}
