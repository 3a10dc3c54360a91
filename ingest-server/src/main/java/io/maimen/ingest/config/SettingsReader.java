package io.maimen.ingest.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds settings in a YAML tree and refuses what is unknown, missing or of the wrong kind. Immutable. */
final class SettingsReader {
    private final YamlNode.Mapping root;

    SettingsReader(YamlNode root) throws ConfigException {
        this.root = mapping(root, "(file)", Setting.fieldsOf(""));
        refuseUnknown(this.root, "");
    }

    /** The text at a setting's path, or its default. */
    Found find(Setting setting) throws ConfigException {
        return find(root, setting, setting.path(), setting.path());
    }

    /** The texts of a list; none when it is absent. */
    List<String> texts(Setting setting) throws ConfigException {
        YamlNode node = root;
        for (String name : setting.path().split("\\.", -1)) {
            node = ((YamlNode.Mapping) node).fields().get(name);
            if (node == null) {
                return List.of();
            }
        }
        List<String> texts = new ArrayList<>();
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (!(item instanceof YamlNode.Scalar scalar) || scalar.text().isBlank()) {
                    throw wrong(setting, setting.path() + "[" + texts.size() + "]", item);
                }
                texts.add(scalar.text());
            }
            return texts;
        }
        throw wrong(setting, setting.path(), node);
    }

    private Found find(YamlNode.Mapping from, Setting setting, String below, String shownPath) throws ConfigException {
        YamlNode node = from;
        int line = from.line();
        for (String name : below.split("\\.", -1)) {
            node = ((YamlNode.Mapping) node).fields().get(name);
            if (node == null) {
                return absent(setting, shownPath, line);
            }
            line = node.line();
        }
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return new Found(setting, shownPath, scalar.text(), line);
        }
        throw wrong(setting, shownPath, node);
    }

    private static Found absent(Setting setting, String path, int line) throws ConfigException {
        Optional<String> value = setting.defaultValue();
        if (value.isEmpty()) {
            throw ConfigException.at("CFG-103", path, line, "be given", "missing", setting.accepted());
        }
        return new Found(setting, path, value.get(), line);
    }

    private static ConfigException wrong(Setting setting, String path, YamlNode node) {
        return ConfigException.at(
                "CFG-104", path, node.line(), "be a " + setting.unit(), node.shown(), setting.accepted());
    }

    private static YamlNode.Mapping mapping(YamlNode node, String path, String accepted) throws ConfigException {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw ConfigException.at("CFG-105", path, node.line(), "be a mapping", node.shown(), accepted);
    }

    /** A misspelt name would otherwise leave a default standing unseen. */
    private static void refuseUnknown(YamlNode.Mapping mapping, String parent) throws ConfigException {
        String accepted = Setting.fieldsOf(parent);
        for (var field : mapping.fields().entrySet()) {
            String path = parent.isEmpty() ? field.getKey() : parent + "." + field.getKey();
            if (!Arrays.asList(accepted.split(", ")).contains(field.getKey())) {
                throw ConfigException.at(
                        "CFG-106", path, field.getValue().line(), "be a known setting", "unknown", accepted);
            }
            boolean branch = !Setting.fieldsOf(path).isEmpty();
            if (branch && !(field.getValue() instanceof YamlNode.Sequence)) {
                refuseUnknown(mapping(field.getValue(), path, Setting.fieldsOf(path)), path);
            }
        }
    }

    /** A setting's text with its place. */
    record Found(Setting setting, String path, String text, int line) {
        ConfigException refused(String must) {
            return ConfigException.at("CFG-107", path, line, must, text, setting.accepted());
        }

        Duration duration(Duration min, Duration max) throws ConfigException {
            try {
                Duration value = Duration.parse(text);
                if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
                    return value;
                }
            } catch (DateTimeParseException e) {
                throw refused("be a duration");
            }
            throw refused("be " + min + " to " + max);
        }

        long whole(long min, long max) throws ConfigException {
            try {
                long value = Long.parseLong(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw refused("be a whole number of " + setting.unit());
            }
            throw refused("be " + min + " to " + max);
        }
    }
}
