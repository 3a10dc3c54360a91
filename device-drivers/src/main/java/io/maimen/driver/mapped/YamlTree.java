package io.maimen.driver.mapped;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML, of which JSON is a part, into {@link YamlNode}s; Jackson's own tree forgets the lines. */
final class YamlTree {
    private final JsonParser parser;
    private final Problems problems;

    private YamlTree(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The root, or an empty section with the problem noted where the text is no YAML. */
    static YamlNode read(String yaml, Problems problems) {
        YamlNode empty = new YamlNode.Section(Map.of(), 1);
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            return parser.nextToken() == null ? empty : new YamlTree(parser, problems).node("mapping");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String found = e.getOriginalMessage().lines().findFirst().orElse("something else");
            problems.add("MAP-002", "mapping", line, "be YAML", found);
            return empty;
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory must be readable", e);
        }
    }

    private YamlNode node(String path) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new YamlNode.Section(entries(path), line);
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
            parser.nextToken();
            if (entries.put(key, node(path + "." + key)) != null) {
                problems.add("MAP-006", path + "." + key, line, "be set once", "set twice");
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
