package io.maimen.simulator.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words that stand in a script's {@code html} and {@code svg} templates themselves, outside of every <code>${…}</code>:
 * text between tags, and attributes that are read out or shown.
 */
final class TemplateTexts {
    private static final Pattern TEMPLATE = Pattern.compile("\\b(?:html|svg)`");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern SHOWN_ATTRIBUTE =
            Pattern.compile("(?:title|placeholder|aria-label|alt)=\"([^\"]*\\p{L}[^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N} .,;:'/-]*");

    private final String script;
    private final List<String> words = new ArrayList<>();

    private TemplateTexts(String script) {
        this.script = script;
    }

    /** Every stretch of letters that a reader would see whatever the language. */
    static List<String> of(String script) {
        TemplateTexts texts = new TemplateTexts(script);
        TEMPLATE.matcher(script).results().forEach(found -> texts.template(found.end()));
        return List.copyOf(texts.words);
    }

    /** Templates within expressions are found by themselves, so an expression is only stepped over. */
    private void template(int begin) {
        StringBuilder literal = new StringBuilder();
        int at = begin;
        while (script.charAt(at) != '`') {
            if (script.startsWith("${", at)) {
                at = endOfExpression(at + 2);
                literal.append('\u0000');
            } else {
                literal.append(script.charAt(at++));
            }
        }
        SHOWN_ATTRIBUTE.matcher(literal).results().forEach(found -> words.add(found.group(1)));
        WORD.matcher(TAG.matcher(literal).replaceAll("\u0000"))
                .results()
                .forEach(found -> words.add(found.group().strip()));
    }

    private int endOfExpression(int begin) {
        int at = begin;
        while (script.charAt(at) != '}') {
            at = switch (script.charAt(at)) {
                case '{' -> endOfExpression(at + 1);
                case '`' -> endOfTemplate(at + 1);
                default -> at + 1;
            };
        }
        return at + 1;
    }

    private int endOfTemplate(int begin) {
        int at = begin;
        while (script.charAt(at) != '`') {
            at = script.startsWith("${", at) ? endOfExpression(at + 2) : at + 1;
        }
        return at + 1;
    }
}
