package io.maimen.simulator.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page speaks Chinese and English alike, and only from its catalogues. */
class CatalogueTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Names, keys of the keyboard and units are the same in every language. */
    private static final Set<String> SAME_EVERYWHERE = Set.of("脉门 Maimen", "A", "C", "S", "s", "SHA-256");

    private static final Map<String, String> ZH = PageSource.catalogue("zh");
    private static final Map<String, String> EN = PageSource.catalogue("en");
    private static final List<PageSource.Script> SCRIPTS = PageSource.scripts();

    @Test
    void thereIsAPage() {
        assertTrue(SCRIPTS.size() > 10, "scripts of the page must be found but were " + SCRIPTS.size());
        assertTrue(ZH.size() > 50, "texts must be found but were " + ZH.size());
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(ZH.keySet(), EN.keySet());
    }

    @Test
    void noTextIsBlank() {
        assertEquals(Set.of(), keysWhere(ZH, String::isBlank));
        assertEquals(Set.of(), keysWhere(EN, String::isBlank));
    }

    @Test
    void englishHasNoChineseButTheWayThere() {
        assertEquals(Set.of("language.other"), keysWhere(EN, text -> HAN.matcher(text)
                .find()));
    }

    @Test
    void bothLanguagesFillInTheSamePlaceholders() {
        assertEquals(placeholders(ZH), placeholders(EN));
    }

    @Test
    void bothLanguagesOfferAsManyReasons() {
        assertEquals(
                ZH.get("alert.reasons").split("\\|").length,
                EN.get("alert.reasons").split("\\|").length);
    }

    @Test
    void everyKeyThatAScriptAsksForExists() {
        assertEquals(Set.of(), without(used(), ZH.keySet()));
    }

    @Test
    void noTextIsLeftOver() {
        assertEquals(Set.of(), without(ZH.keySet(), used()));
    }

    @Test
    void noWordsStandInTheScriptsThemselves() {
        Map<String, List<String>> found = new TreeMap<>();
        for (PageSource.Script script : SCRIPTS) {
            List<String> words = TemplateTexts.of(script.text()).stream()
                    .filter(word -> !SAME_EVERYWHERE.contains(word))
                    .toList();
            if (!words.isEmpty()) {
                found.put(script.name(), words);
            }
        }
        assertEquals(Map.of(), found, "texts belong in texts/zh.json and texts/en.json");
    }

    @Test
    void wordsInATemplateAreFound() {
        assertEquals(
                List.of("Read me", "Title", "inner"),
                TemplateTexts.of(
                        "html`<p title=\"Read me\" class=\"x\">Title ${a ? html`<b>inner</b>` : t(\"k\")}</p>`"));
    }

    private static Set<String> used() {
        return SCRIPTS.stream()
                .flatMap(script -> TextKeys.usedIn(script).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }

    private static Set<String> keysWhere(Map<String, String> catalogue, Predicate<String> holds) {
        return catalogue.entrySet().stream()
                .filter(entry -> holds.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> placeholders(Map<String, String> catalogue) {
        return catalogue.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> PLACEHOLDER
                .matcher(entry.getValue())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet())));
    }
}
