package io.maimen.simulator.page;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.review.AlertCondition;
import io.maimen.alerting.review.AlertState;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which keys of the catalogues a script asks for: named in full, or with a part that is computed. */
final class TextKeys {
    /** A call of {@code t(…)}, not of another function that ends in t. */
    private static final Pattern CALL = Pattern.compile("(?<![\\w.$])t\\(");
    /** A literal that is the argument or a branch of it, not one that is compared with. */
    private static final Pattern LITERAL = Pattern.compile("(?:^|[?:])\\s*\"([^\"]+)\"");

    private static final Pattern COMPUTED = Pattern.compile("`([^`$]*)\\$\\{([^}]*)}`");

    /** What can stand in for the computed part, by the literal part and the expression. */
    private static final Map<String, Set<String>> FAMILIES = Map.ofEntries(
            Map.entry("status.${status}", names(MeasurementStatus.values(), Enum::name)),
            Map.entry("absent.${result.absentReason}", names(DataAbsentReason.values(), DataAbsentReason::code)),
            Map.entry("alert.state.${alert.state}", names(AlertState.values(), TextKeys::lower)),
            Map.entry(
                    "alert.condition.${alert.ended?.reason ?? alert.condition}",
                    union(
                            names(AlertCondition.values(), TextKeys::lower),
                            names(EpisodeEnd.Reason.values(), TextKeys::lower))),
            Map.entry(
                    "alert.history.${step.action}",
                    union(
                            names(EpisodeEnd.Reason.values(), TextKeys::lower),
                            Set.of("opened", "judged-again", "present-again", "acknowledged", "closed"))),
            Map.entry("devices.kind.${device.kind}", Set.of("analyser", "ecg", "other")),
            Map.entry("devices.kind.${kind}", Set.of("analyser", "ecg", "other")),
            Map.entry("nav.${name}", Set.of("worklist", "devices", "quarantine")),
            Map.entry("health.${state}", Set.of("ok", "amber", "red", "lost")),
            Map.entry("worklist.${kind}", Set.of("open", "closed", "all")),
            Map.entry("ecg.${kind}", Set.of("gap", "leadOff")),
            Map.entry("ecg.${name}", Set.of("speed", "gain")));

    private TextKeys() {}

    /** Every key that {@code script} can ask for. Refuses a computed key whose values are not listed here. */
    static Set<String> usedIn(PageSource.Script script) {
        Set<String> keys = new TreeSet<>();
        Matcher calls = CALL.matcher(script.text());
        while (calls.find()) {
            String argument = firstArgument(script.text(), calls.end());
            LITERAL.matcher(argument).results().map(found -> found.group(1)).forEach(keys::add);
            COMPUTED.matcher(argument).results().forEach(found -> keys.addAll(family(script, found)));
        }
        return keys;
    }

    private static Set<String> family(PageSource.Script script, MatchResult found) {
        String shape = found.group(1) + "${" + found.group(2) + "}";
        Set<String> values = FAMILIES.get(shape);
        if (values == null) {
            throw new AssertionError(script.name() + " computes the key " + shape + "; say in FAMILIES what it can be");
        }
        return values.stream().map(found.group(1)::concat).collect(Collectors.toSet());
    }

    /** Up to the comma or bracket that ends the argument. */
    private static String firstArgument(String text, int begin) {
        int depth = 0;
        for (int at = begin; at < text.length(); at++) {
            char c = text.charAt(at);
            if ("({[".indexOf(c) >= 0) {
                depth++;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                return text.substring(begin, at);
            } else if (")}]".indexOf(c) >= 0) {
                depth--;
            }
        }
        throw new AssertionError("a call of t( is never closed: " + text.substring(begin));
    }

    private static <E extends Enum<E>> Set<String> names(E[] values, Function<E, String> name) {
        return Stream.of(values).map(name).collect(Collectors.toSet());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }
}
