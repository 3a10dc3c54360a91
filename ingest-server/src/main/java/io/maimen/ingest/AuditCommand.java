package io.maimen.ingest;

import io.maimen.ingest.audit.AuditVerdict;
import io.maimen.ingest.audit.AuditVerification;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.config.ConfigException;
import io.maimen.ingest.config.ServerConfig;
import io.maimen.ingest.config.ServerConfigReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./maimen audit verify}: whether anybody touched what the server noted. The server may run meanwhile. */
@Command(
        name = "audit",
        description = "The server's audit: who saw, changed, signed.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "verify")
final class AuditCommand {
    static final String NAME = "audit";

    private static final int BROKEN = 1;
    private static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "verify",
            description = "Checks every entry up to the signed head; names the first that is not as it was written.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(
                            names = "--config",
                            defaultValue = "server.yaml",
                            paramLabel = "FILE",
                            description = "the server's YAML; ${DEFAULT-VALUE} unless given")
                    Path config) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            ServerConfig settings = ServerConfigReader.read(config);
            Path directory = settings.directory();
            AuditVerdict verdict = AuditVerification.verify(ClinicalDatabase.file(directory), directory);
            out.println(shown(verdict));
            return verdict instanceof AuditVerdict.Whole ? 0 : BROKEN;
        } catch (ConfigException | IOException e) {
            spec.commandLine()
                    .getErr()
                    .println(String.join(
                            " | ", String.valueOf(e.getMessage()).lines().toList()));
            return BAD_INPUT;
        } finally {
            out.flush();
        }
    }

    private static String shown(AuditVerdict verdict) {
        if (verdict instanceof AuditVerdict.Broken broken) {
            return "AUD-010 audit entry " + broken.seq() + " " + broken.fault();
        }
        AuditVerdict.Whole whole = (AuditVerdict.Whole) verdict;
        return "whole: " + whole.seq() + " entries, the last " + whole.hash();
    }
}
