package io.maimen.ingest;

import io.maimen.alerting.pack.RulePacks;
import io.maimen.ingest.config.ServerConfigReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The whole server in this process, on a clock that a test sets. */
public final class ServerOnClock {
    private ServerOnClock() {}

    public static Server start(Path directory, Clock clock, String certificateLife) throws Exception {
        String yaml = String.join(
                "\n",
                "server:",
                "  directory: " + directory,
                "  http: { port: 0 }",
                "  mqtt: { port: 0 }",
                "  certificateLife: " + certificateLife);
        return Server.start(
                ServerConfigReader.parse(yaml, "test.yaml", directory), RulePacks.shipped(), clock, Optional.empty());
    }
}
