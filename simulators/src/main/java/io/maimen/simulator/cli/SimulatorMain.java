package io.maimen.simulator.cli;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.conformance.decode.DecodeCommand;
import io.maimen.simulator.conformance.vectors.VectorsCommand;
import io.maimen.simulator.demo.DemoCommand;
import io.maimen.simulator.device.astm.AnalyserCommand;
import io.maimen.simulator.device.connect.DeviceCommand;
import io.maimen.simulator.device.cuffble.CuffBleCommand;
import io.maimen.simulator.device.ecg.EcgPatchCommand;
import io.maimen.simulator.device.senml.CuffCoapCommand;
import io.maimen.simulator.device.senml.CuffMqttCommand;
import io.maimen.simulator.fault.FaultsCommand;
import io.maimen.simulator.score.EcgScoreCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program: reads the command line, hands the clock in, turns refusals into one line and an exit code. */
@Command(
        name = "maimen",
        mixinStandardHelpOptions = true,
        description = "The workbench of Maimen: simulated devices and the tests of the whole flow.")
public final class SimulatorMain implements Runnable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(SimulatorMain.class);
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        quietLibraries();
        CommandLine command = commandLine(Clock.systemUTC());
        // Not the locale's character set: a service without a locale would turn Chinese into question marks.
        command.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(command.execute(arguments));
    }

    static CommandLine commandLine(Clock clock) {
        CommandLine simulate = new CommandLine(new SimulateCommand());
        simulate.addSubcommand(new AnalyserCommand(clock));
        simulate.addSubcommand(new EcgPatchCommand(clock));
        simulate.addSubcommand(new CuffBleCommand(clock));
        simulate.addSubcommand(new CuffCoapCommand(clock));
        simulate.addSubcommand(new CuffMqttCommand(clock));
        simulate.addSubcommand(new DeviceCommand(clock));
        CommandLine all = new CommandLine(new SimulatorMain());
        all.addSubcommand(simulate);
        all.addSubcommand(new DemoCommand(clock));
        all.addSubcommand(new FaultsCommand(clock));
        all.addSubcommand(new VectorsCommand());
        all.addSubcommand(new DecodeCommand(clock));
        all.addSubcommand(EcgScoreCommand.commandLine());
        all.setParameterExceptionHandler(SimulatorMain::usage);
        all.setExecutionExceptionHandler(SimulatorMain::failed);
        return all;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command must be named");
    }

    private static int usage(ParameterException refusal, String[] arguments) {
        CommandLine command = refusal.getCommandLine();
        command.getErr()
                .println("CLI-010 arguments of " + command.getCommandName() + " must be as its --help says: "
                        + refusal.getMessage());
        return BAD_INPUT;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof SimulatorException) {
            command.getErr().println(failure.getMessage());
            return BAD_INPUT;
        }
        LOG.error("CLI-011 {} must not fail but did; please report it", command.getCommandName(), failure);
        return FAILED;
    }

    /** Paho speaks through java.util.logging, and calls a gateway that is not there yet an error. */
    private static void quietLibraries() {
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
        Logger.getLogger("org.eclipse.paho").setLevel(Level.OFF);
    }
}
