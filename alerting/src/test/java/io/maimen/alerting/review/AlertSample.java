package io.maimen.alerting.review;

import io.maimen.alerting.Assessor;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Samples;
import io.maimen.alerting.rule.SourceSubject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Alerts for tests, made the way alerts are made. */
public final class AlertSample {
    private static final Actor LI = Actor.doctor("dr.li");
    private static final Actor WANG = Actor.secondReader("dr.wang");

    private AlertSample() {}

    /** The one alert a reading opens, a minute after the test's start. */
    public static Alert openedBy(Reading reading) {
        List<Alert> alerts = new Assessor(RulePacks.shipped())
                .assess(SourceSubject.of(reading), List.of(reading), List.of(), Samples.minute(1));
        if (alerts.size() != 1) {
            throw new AssertionError("reading must open one alert but opened " + alerts);
        }
        return alerts.get(0);
    }

    /** The same alert after dr.li and dr.wang dealt with it, all at one moment. */
    public static Alert closed(Alert alert, Instant at) {
        return Stream.<AlertCommand>of(
                        new AlertCommand.Acknowledge(LI, at, ""),
                        new AlertCommand.GiveReview(LI, at, Opinion.CONFIRMED, ""),
                        new AlertCommand.GiveReview(WANG, at, Opinion.CONFIRMED, ""),
                        new AlertCommand.Close(WANG, at, "gave sugar"))
                .reduce(alert, AlertSample::applied, (a, b) -> b);
    }

    /** The alert after a command that must be accepted. */
    public static Alert applied(Alert alert, AlertCommand command) {
        if (AlertLifeCycle.apply(alert, command) instanceof Transition.Applied applied) {
            return applied.alert();
        }
        throw new AssertionError(command + " must be applied to " + alert);
    }
}
