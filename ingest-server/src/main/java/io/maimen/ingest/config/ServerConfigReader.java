package io.maimen.ingest.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads and checks a configuration file. Stateless. */
public final class ServerConfigReader {
    private static final long MAX_PORT = 65_535;
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);
    /** Longer than this, programs of our time do not believe a certificate. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(825);

    private ServerConfigReader() {}

    /** Reads a file; relative paths in it are taken from the file's own directory. */
    public static ServerConfig read(Path file) throws ConfigException {
        try {
            Path base = file.toAbsolutePath().getParent();
            return parse(Files.readString(file), file.getFileName().toString(), base);
        } catch (IOException e) {
            throw new ConfigException("CFG-108 --config must name a readable UTF-8 file but was " + file
                    + "; see docs/server.md for an example");
        }
    }

    /** Reads a text; {@code name} is shown in refusals, {@code base} is where relative paths begin. */
    public static ServerConfig parse(String yaml, String name, Path base) throws ConfigException {
        SettingsReader settings = new SettingsReader(YamlTree.read(yaml, name));
        return new ServerConfig(
                base.resolve(settings.find(Setting.DIRECTORY).text()).normalize(),
                listen(settings, Setting.HTTP_HOST, Setting.HTTP_PORT),
                listen(settings, Setting.MQTT_HOST, Setting.MQTT_PORT),
                settings.find(Setting.MIN_FREE_BYTES).whole(0, 1L << 40),
                settings.find(Setting.LOG_SEGMENT_BYTES).whole(1 << 16, 1 << 30),
                Duration.ofMinutes(settings.find(Setting.SESSION_IDLE_MINUTES).whole(1, 10_080)),
                Duration.ofHours(settings.find(Setting.SESSION_HOURS).whole(1, 168)),
                settings.texts(Setting.NAMES),
                settings.find(Setting.CERTIFICATE_LIFE).duration(SHORTEST_LIFE, LONGEST_LIFE),
                rulePack(settings, base));
    }

    private static ServerConfig.Listen listen(SettingsReader settings, Setting host, Setting port)
            throws ConfigException {
        return new ServerConfig.Listen(
                settings.find(host).text(), (int) settings.find(port).whole(0, MAX_PORT));
    }

    private static Optional<Path> rulePack(SettingsReader settings, Path base) throws ConfigException {
        SettingsReader.Found pack = settings.find(Setting.RULE_PACK);
        if (pack.text().equals(Setting.RULE_PACK.defaultValue().orElseThrow())) {
            return Optional.empty();
        }
        Path file = base.resolve(pack.text()).normalize();
        if (!Files.isReadable(file)) {
            throw pack.refused("be a readable file");
        }
        return Optional.of(file);
    }
}
