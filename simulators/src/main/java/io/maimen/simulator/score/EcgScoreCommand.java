package io.maimen.simulator.score;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./maimen ecg-score}: how good the ECG analysis is, measured on annotated records. */
@Command(
        name = "ecg-score",
        mixinStandardHelpOptions = true,
        description = "Measures the ECG analysis on annotated records. All figures in percent.")
public final class EcgScoreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** The command with what it can measure. */
    public static CommandLine commandLine() {
        CommandLine score = new CommandLine(new EcgScoreCommand());
        score.addSubcommand(new QrsScoreCommand());
        score.addSubcommand(new AfScoreCommand());
        score.addSubcommand(new RhythmScoreCommand());
        score.addSubcommand(new CincScoreCommand());
        score.addSubcommand(new StrapScoreCommand());
        score.addSubcommand(new ReportCommand());
        return score;
    }

    private EcgScoreCommand() {}

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "what to measure must be named: qrs, af, rhythm, cinc, strap or report");
    }
}
