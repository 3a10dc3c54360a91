package io.maimen.alerting.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads YAML into {@link YamlNode}s. Jackson's own tree forgets the lines, which whoever must correct a file needs. */
final class YamlTree {
    private static final String CODE = "PACK-001";
    private final PackProblems problems;

    private YamlTree(PackProblems problems) {
        this.problems = problems;
    }

    /** The document; empty where it is not YAML, or has none or several documents, which is then among the problems. */
    static Optional<YamlNode> read(InputStream yaml, PackProblems problems) {
        try (YAMLParser parser = new YAMLFactory().createParser(yaml.readAllBytes())) {
            if (parser.nextToken() == null) {
                problems.add(CODE, 1, "file", "hold a rule pack", "empty");
                return Optional.empty();
            }
            YamlNode root = new YamlTree(problems).node(parser, "");
            if (parser.nextToken() != null) {
                problems.add(CODE, line(parser), "file", "hold one document", "several");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.add(
                    CODE,
                    line,
                    "file",
                    "be YAML",
                    e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
            return Optional.empty();
        } catch (IOException e) {
            problems.add("PACK-015", 1, "file", "be readable", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private YamlNode node(YAMLParser parser, String path) throws IOException {
        int line = line(parser);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return new YamlNode.Mapping(line, fields(parser, path));
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, path + "[" + items.size() + "]"));
            }
            return new YamlNode.Sequence(line, List.copyOf(items));
        }
        if (parser.isCurrentAlias()) {
            problems.add(CODE, line, path, "be written out, for aliases are not followed", "*" + parser.getText());
        }
        boolean isNull = parser.currentToken() == JsonToken.VALUE_NULL;
        return new YamlNode.Scalar(line, isNull ? "" : parser.getText().strip());
    }

    private Map<String, YamlNode> fields(YAMLParser parser, String path) throws IOException {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int line = line(parser);
            String name = parser.currentName();
            String field = path.isEmpty() ? name : path + "." + name;
            parser.nextToken();
            if (fields.put(name, node(parser, field)) != null) {
                problems.add(CODE, line, field, "be given once", "given again");
            }
        }
        return fields;
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
