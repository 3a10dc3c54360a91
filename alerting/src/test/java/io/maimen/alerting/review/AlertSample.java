package io.maimen.alerting.review;

import io.maimen.alerting.Assessor;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Samples;
import io.maimen.alerting.rule.SourceSubject;
import java.util.List;

/** Alerts for tests, made the way alerts are made. */
public final class AlertSample {
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
}
