package io.maimen.ingest.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML into {@link YamlNode}s; a tree of Jackson would forget the lines. Stateless. */
final class YamlTree {
    private YamlTree() {}

    static YamlNode read(String yaml, String name) throws ConfigException {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            if (parser.nextToken() == null) {
                return new YamlNode.Mapping(Map.of(), 1);
            }
            return node(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw ConfigException.at(
                    "CFG-100", name, line, "be YAML", firstLine(e.getOriginalMessage()), "see docs/server.md");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    private static YamlNode node(JsonParser parser) throws IOException, ConfigException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, line);
            case START_ARRAY -> sequence(parser, line);
            case VALUE_NULL -> new YamlNode.Scalar("", line);
            default -> new YamlNode.Scalar(parser.getText(), line);
        };
    }

    private static YamlNode mapping(JsonParser parser, int line) throws IOException, ConfigException {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int fieldLine = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (fields.put(name, node(parser)) != null) {
                throw ConfigException.at("CFG-101", name, fieldLine, "be given once", "given twice", "one value");
            }
        }
        return new YamlNode.Mapping(fields, line);
    }

    private static YamlNode sequence(JsonParser parser, int line) throws IOException, ConfigException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new YamlNode.Sequence(items, line);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("unreadable");
    }
}
