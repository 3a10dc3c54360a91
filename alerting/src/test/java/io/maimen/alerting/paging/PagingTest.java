package io.maimen.alerting.paging;

import static io.maimen.alerting.rule.Samples.arriving;
import static io.maimen.alerting.rule.Samples.glucose;
import static io.maimen.alerting.rule.Samples.minute;
import static io.maimen.alerting.rule.Samples.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.review.Actor;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertCommand;
import io.maimen.alerting.review.AlertSample;
import io.maimen.alerting.rule.Reading;
import io.maimen.observation.code.Nomenclature;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PagingTest {
    private final Paging paging = RulePacks.pointOfCare().paging();
    private final Reading low = glucose(0, "2.5");

    @Test
    void quarterOfAnHourIsLiveAndAMomentMoreIsLate() {
        assertFalse(paging.isLate(arriving(low, minute(15))));
        assertTrue(paging.isLate(arriving(low, minute(15).plusMillis(1))));
    }

    @Test
    void readingThatSeemsToArriveBeforeItWasMadeIsLive() {
        assertFalse(paging.isLate(arriving(low, minute(-60))));
    }

    @Test
    void liveUrgentAlertPages() {
        assertEquals(PagingDecision.PAGE, paging.decide(AlertSample.openedBy(low)));
        assertEquals(PagingDecision.PAGE, paging.decide(AlertSample.openedBy(glucose(0, "3.5"))));
    }

    @Test
    void lateAlertPagesNobody() {
        assertEquals(PagingDecision.LATE, paging.decide(AlertSample.openedBy(arriving(low, minute(350)))));
    }

    @Test
    void technicalAlertPagesNobody() {
        Reading unjudgeable = reading(0, Nomenclature.POTASSIUM_BLOOD, "4", "g/L");
        assertEquals(PagingDecision.INBOX_ONLY, paging.decide(AlertSample.openedBy(unjudgeable)));
    }

    @Test
    void alertInHandPagesNobody() {
        Alert alert = AlertSample.openedBy(low);
        Alert taken = AlertSample.applied(alert, new AlertCommand.Acknowledge(Actor.doctor("dr.li"), minute(2), ""));
        assertEquals(PagingDecision.IN_HAND, paging.decide(taken));
    }

    @Test
    void lateAfterNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Paging(Duration.ZERO));
    }
}
