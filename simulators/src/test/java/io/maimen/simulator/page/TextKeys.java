package io.maimen.simulator.page;

import io.maimen.alerting.ecg.QualityReason;
import io.maimen.alerting.ecg.SignalQuality;
import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.review.AlertCondition;
import io.maimen.alerting.review.AlertState;
import io.maimen.alerting.review.Opinion;
import io.maimen.ingest.audit.Action;
import io.maimen.ingest.patient.Owner;
import io.maimen.ingest.security.OrganisationKind;
import io.maimen.ingest.security.Role;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.Lane;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.DeviceTime;
import java.util.HashMap;
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

    private static final Set<String> ROLES = names(Role.values(), Role::text);
    private static final Set<String> ORGANISATION_KINDS = names(OrganisationKind.values(), OrganisationKind::text);

    private static final Set<String> OPINIONS = names(Opinion.values(), TextKeys::dashed);
    private static final Set<String> STEPS = Set.of("acknowledge", "first-review", "second-review", "close");

    /** What can stand in for the computed part, by the literal part and the expression. */
    private static final Map<String, Set<String>> FAMILIES = families();

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

    private static Map<String, Set<String>> families() {
        Map<String, Set<String>> families = new HashMap<>();
        families.put("absent.${reason}", names(DataAbsentReason.values(), DataAbsentReason::code));
        families.put("admin.${name}", Set.of("users", "organisations", "gateways", "audit"));
        families.put(
                "alert.condition.${alert.ended?.reason ?? alert.condition}",
                union(
                        names(AlertCondition.values(), TextKeys::dashed),
                        names(EpisodeEnd.Reason.values(), TextKeys::dashed)));
        families.put(
                "alert.history.${step.action}",
                union(
                        names(EpisodeEnd.Reason.values(), TextKeys::dashed),
                        Set.of(
                                "opened",
                                "judged-again",
                                "present-again",
                                "acknowledged",
                                "first-reviewed",
                                "second-reviewed",
                                "closed")));
        families.put("alert.state.${alert.state}", names(AlertState.values(), TextKeys::dashed));
        families.put("audit.action.${entry.action}", names(Action.values(), Action::text));
        families.put("binding.basis.${basis}", names(Binding.Basis.values(), TextKeys::dashed));
        families.put("clock.basis.${offsetBasis}", names(DeviceTime.OffsetBasis.values(), TextKeys::dashed));
        families.put("clock.reason.${correction.reason}", names(ClockCorrection.Reason.values(), TextKeys::dashed));
        families.put("devices.kind.${device.kind}", Set.of("analyser", "ecg", "other"));
        families.put("devices.kind.${kind}", Set.of("analyser", "ecg", "other"));
        families.put("ecg.${kind}", Set.of("gap", "leadOff"));
        families.put("ecg.quality.${quality}", doubts());
        families.put("ecg.reason.${reason}", names(QualityReason.values(), TextKeys::dashed));
        families.put("ecg.${name}", Set.of("speed", "gain"));
        families.put("entry.${name}", Set.of("systolic", "diastolic", "pulse"));
        families.put("gateway.state.${state}", Set.of("new", "revoked"));
        families.put("health.${state}", Set.of("ok", "amber", "red", "lost"));
        families.put("inbox.reason.${reading.reason}", names(Owner.Reason.values(), Owner.Reason::text));
        families.put("judged.${alert.state}", names(AlertState.values(), TextKeys::dashed));
        families.put("lane.${lane}", names(Lane.values(), Lane::text));
        families.put("nav.${name}", Set.of("worklist", "patients", "inbox", "devices", "quarantine", "admin"));
        families.put("opinion.${opinion}", OPINIONS);
        families.put("opinion.${review.opinion}", OPINIONS);
        families.put("organisation.kind.${kind}", ORGANISATION_KINDS);
        families.put("organisation.kind.${one.kind}", ORGANISATION_KINDS);
        families.put("patient.identifier.${system}", Set.of("national-id", "health-card", "clinic-number"));
        families.put("patient.sex.${sex}", Set.of("female", "male", "other", "unknown"));
        families.put("pressure.${period}", Set.of("morning", "evening"));
        families.put("refusal.${code}", ErrorCodes.aReaderCanMeet());
        families.put("role.${role}", ROLES);
        families.put("role.${store.me.role}", ROLES);
        families.put("role.${user.role}", ROLES);
        families.put("role.${me.role}", ROLES);
        families.put("role.may.${me.role}", ROLES);
        families.put("signature.${signature.state}", Set.of("valid", "invalid", "missing", "key-unknown"));
        families.put("status.${status}", names(MeasurementStatus.values(), Enum::name));
        families.put("step.${step}", STEPS);
        families.put("step.by.${step}", STEPS);
        families.put("step.do.${step}", STEPS);
        families.put("step.not.${reason}", Set.of("keeper", "first-reader", "same-person"));
        families.put("worklist.${kind}", Set.of("open", "closed", "all"));
        return families;
    }

    private static <E extends Enum<E>> Set<String> names(E[] values, Function<E, String> name) {
        return Stream.of(values).map(name).collect(Collectors.toSet());
    }

    /** A signal that is trusted is not written about. */
    private static Set<String> doubts() {
        Set<String> doubts = new TreeSet<>(names(SignalQuality.values(), TextKeys::dashed));
        doubts.remove(dashed(SignalQuality.FULL));
        return doubts;
    }

    /** As the server writes an enum: {@code first-reviewed}. */
    private static String dashed(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }
}
