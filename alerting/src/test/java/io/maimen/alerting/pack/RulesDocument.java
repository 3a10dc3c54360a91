package io.maimen.alerting.pack;

import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Proof;
import io.maimen.alerting.rule.Threshold;
import io.maimen.alerting.rule.UnitRule;
import io.maimen.observation.code.BilingualText;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A pack as the part of docs/rules.md that a doctor reads. */
final class RulesDocument {
    private final RulePack pack;

    RulesDocument(RulePack pack) {
        this.pack = pack;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("`" + pack.id() + "` version " + pack.version() + ": " + both(pack.title()) + "  ");
        lines.add("签署 sign-off: " + signOff() + "  ");
        lines.add("来源 source: " + pack.source());
        lines.add("");
        lines.add(
                "| 规则 rule | 项目 quantity | 触发 raised | 凭据 proof | 解除 ended | 优先级 priority | 含义 meaning | 首先 do first |"
                        + " 来源 source |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        pack.rules().forEach(rule -> lines.add(row(rule)));
        lines.add("");
        lines.add("| 规则 rule | 项目 quantity | 可判读单位 accepted units | 优先级 priority | 含义 meaning | 首先 do first |");
        lines.add("|---|---|---|---|---|---|");
        pack.unitRules().forEach(rule -> lines.add(row(rule)));
        lines.add("");
        lines.add("| 优先级 priority | 确认时限 acknowledge within |");
        lines.add("|---|---|");
        Map<Priority, Duration> targets = new TreeMap<>(pack.acknowledgeWithin());
        targets.forEach((priority, within) -> lines.add("| " + priority + " | " + describe(within) + " |"));
        lines.add("");
        long late = pack.paging().lateAfter().toMinutes();
        lines.add("测量后超过 " + late + " 分钟才收到：标为“迟到”，不呼叫。");
        lines.add("Received more than " + late + " minutes after it was measured: shown as late, calls nobody.");
        return lines;
    }

    private String row(LimitRule rule) {
        String priority = rule.priority()
                + rule.acknowledgeWithin()
                        .map(within -> ", " + describe(within))
                        .orElse("");
        return "| "
                + String.join(
                        " | ",
                        rule.id(),
                        each(rule, threshold -> quantity(threshold.code())),
                        each(rule, threshold -> threshold.raise().toString()),
                        describe(rule.proof()),
                        each(rule, threshold -> threshold.clear().toString()),
                        priority,
                        both(rule.text()),
                        both(rule.firstAction()),
                        rule.source())
                + " |";
    }

    private static String each(LimitRule rule, Function<Threshold, String> text) {
        return rule.thresholds().stream().map(text).collect(Collectors.joining("<br>"));
    }

    private static String describe(Proof proof) {
        if (proof instanceof Proof.Unconfirmed) {
            return "一次即提示复测；复测正常即结束<br>one asks for a repeat; a normal repeat ends it";
        }
        if (proof instanceof Proof.Repeated repeat) {
            String window = repeat.after().toMinutes() + "–" + repeat.within().toMinutes() + " min";
            return "相隔 " + window + " 两次<br>two, " + window + " apart";
        }
        if (proof instanceof Proof.WithSymptom symptom) {
            String codes = symptom.symptoms().stream()
                    .map(ObservationCode::toString)
                    .sorted()
                    .collect(Collectors.joining(" "));
            String window = symptom.within().toMinutes() + " min";
            return "一次，前后 " + window + " 内有症状<br>one, with a symptom within " + window + ": `" + codes + "`";
        }
        return "一次<br>one";
    }

    private static String row(UnitRule rule) {
        String factors = rule.units().others().entrySet().stream()
                .map(other -> ", " + other.getKey() + " (1 " + rule.units().unit() + " = "
                        + other.getValue().toPlainString() + " " + other.getKey() + ")")
                .collect(Collectors.joining());
        return "| " + rule.id() + " | " + quantity(rule.units().code()) + " | "
                + rule.units().unit() + factors + " | " + rule.priority() + " | " + both(rule.text()) + " | "
                + both(rule.firstAction()) + " |";
    }

    private static String describe(Duration duration) {
        return duration.toHours() > 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }

    private String signOff() {
        return pack.signOff()
                .signature()
                .map(signature -> signature.by() + ", " + signature.on())
                .orElseGet(() -> both(pack.signOff().statement()));
    }

    private static String quantity(ObservationCode code) {
        return both(Nomenclature.find(code).orElseThrow().display()) + " `" + code + "`";
    }

    private static String both(BilingualText text) {
        return text.zh() + "<br>" + text.en();
    }
}
