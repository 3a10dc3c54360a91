package io.maimen.gateway.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML into {@link YamlNode}s; Jackson's own tree forgets the lines. */
final class YamlTree {
    private final JsonParser parser;
    private final Problems problems;

    private YamlTree(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The file's root, or an empty section with the problem noted when it is no YAML. */
    static YamlNode read(String yaml, Problems problems) {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            JsonToken first = parser.nextToken();
            return first == null ? empty(1) : new YamlTree(parser, problems).node("");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            String found = e.getOriginalMessage().lines().findFirst().orElse("something else");
            problems.add("CFG-002", "file", line, "be YAML", found, "mappings, lists and texts of YAML 1.1");
            return empty(line);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static YamlNode empty(int line) {
        return new YamlNode.Mapping(Map.of(), line);
    }

    private YamlNode node(String path) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new YamlNode.Mapping(entries(path), line);
            case START_ARRAY -> new YamlNode.Sequence(items(path), line);
            case VALUE_NULL -> new YamlNode.Text("", line);
            default -> new YamlNode.Text(parser.getText(), line);
        };
    }

    private Map<String, YamlNode> entries(String path) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            String inner = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            if (entries.put(key, node(inner)) != null) {
                problems.add("CFG-006", inner, line, "be set once", "set twice", "one value");
            }
        }
        return entries;
    }

    private List<YamlNode> items(String path) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]"));
        }
        return items;
    }
}
