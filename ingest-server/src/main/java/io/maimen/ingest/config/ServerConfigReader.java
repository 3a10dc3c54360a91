package io.maimen.ingest.config;

import io.maimen.observation.device.GatewayId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads and checks a configuration file. Stateless. */
public final class ServerConfigReader {
    private static final long MAX_PORT = 65_535;

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
                gateways(settings),
                rulePack(settings, base));
    }

    private static ServerConfig.Listen listen(SettingsReader settings, Setting host, Setting port)
            throws ConfigException {
        return new ServerConfig.Listen(
                settings.find(host).text(), (int) settings.find(port).whole(0, MAX_PORT));
    }

    private static List<ServerConfig.Gateway> gateways(SettingsReader settings) throws ConfigException {
        List<ServerConfig.Gateway> gateways = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode.Mapping item : settings.items("gateways")) {
            SettingsReader.Found id = settings.find(Setting.GATEWAY_ID, item, gateways.size());
            SettingsReader.Found token = settings.find(Setting.GATEWAY_TOKEN, item, gateways.size());
            String sha256 = token.text().toLowerCase(Locale.ROOT);
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw token.refused("be 64 hex digits");
            }
            if (!seen.add(id.text())) {
                throw id.refused("be given once");
            }
            gateways.add(new ServerConfig.Gateway(gatewayId(id), sha256));
        }
        return gateways;
    }

    private static GatewayId gatewayId(SettingsReader.Found id) throws ConfigException {
        try {
            return new GatewayId(id.text());
        } catch (IllegalArgumentException e) {
            throw id.refused("be a gateway name");
        }
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
