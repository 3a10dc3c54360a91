package io.maimen.alerting.review;

import static io.maimen.alerting.rule.Samples.glucose;
import static io.maimen.alerting.rule.Samples.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.rule.Measurement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlertLifeCycleTest {
    private static final Actor LI = Actor.doctor("dr.li");
    private static final Actor WANG = Actor.secondReader("dr.wang");
    private static final Actor MACHINE = Actor.machine("assessor");

    private final Alert fresh = AlertSample.openedBy(glucose(0, "2.5"));

    /** Every state and command there is, by each kind of person: what comes of it is the next state or the refusal. */
    @ParameterizedTest
    @CsvSource({
        // dr.li acknowledged and reviewed first, dr.wang reviewed second; dr.chen may give no second opinion
        "NEW, acknowledge, dr.chen, ACKNOWLEDGED",
        "NEW, review, dr.wang, ALR-025",
        "NEW, close, dr.wang, ALR-023",
        "ACKNOWLEDGED, acknowledge, dr.wang, ALR-022",
        "ACKNOWLEDGED, review, dr.chen, FIRST_REVIEWED",
        "ACKNOWLEDGED, close, dr.li, ALR-023",
        "FIRST_REVIEWED, acknowledge, dr.wang, ALR-022",
        "FIRST_REVIEWED, review, dr.wang, SECOND_REVIEWED",
        "FIRST_REVIEWED, review, dr.chen, ALR-026",
        "FIRST_REVIEWED, review, dr.li, ALR-027",
        "FIRST_REVIEWED, close, dr.wang, ALR-023",
        "SECOND_REVIEWED, acknowledge, dr.li, ALR-022",
        "SECOND_REVIEWED, review, dr.zhao, ALR-028",
        "SECOND_REVIEWED, close, dr.wang, CLOSED",
        "SECOND_REVIEWED, close, dr.chen, CLOSED",
        "CLOSED, acknowledge, dr.wang, ALR-021",
        "CLOSED, review, dr.zhao, ALR-021",
        "CLOSED, close, dr.wang, ALR-021",
    })
    void everyTransition(AlertState state, String command, String name, String expected) {
        Actor who = name.equals("dr.wang") || name.equals("dr.zhao") ? Actor.secondReader(name) : Actor.doctor(name);
        assertEquals(expected, outcome(in(state), command(command, who, "why")));
    }

    @ParameterizedTest
    @EnumSource(AlertState.class)
    void machinesAndThoseWhoKeepTheHouseMoveNothing(AlertState state) {
        for (String command : List.of("acknowledge", "review", "close")) {
            assertEquals("ALR-020", outcome(in(state), command(command, MACHINE, "why")));
            Actor keeper = new Actor(Actor.Kind.KEEPER, "root");
            assertEquals("ALR-026", outcome(in(state), command(command, keeper, "why")));
        }
    }

    @Test
    void firstReviewerWhoMayGiveSecondOpinionsGivesNoneOnTheirOwn() {
        Alert acknowledged = in(AlertState.ACKNOWLEDGED);
        Alert reviewed = AlertSample.applied(acknowledged, command("review", WANG, ""));
        assertEquals("ALR-027", outcome(reviewed, command("review", WANG, "again")));
    }

    @Test
    void closingNeedsAReasonAndTheOthersDoNot() {
        assertEquals("ACKNOWLEDGED", outcome(in(AlertState.NEW), command("acknowledge", LI, " ")));
        assertEquals("FIRST_REVIEWED", outcome(in(AlertState.ACKNOWLEDGED), command("review", LI, " ")));
        assertEquals("ALR-024", outcome(in(AlertState.SECOND_REVIEWED), command("close", WANG, " ")));
    }

    @Test
    void whoWhenAndWhyAreKept() {
        Alert closed = in(AlertState.CLOSED);
        assertEquals(Optional.of(new Handling("dr.li", minute(2), "on my way")), closed.acknowledged());
        assertEquals(
                List.of(
                        new Review("dr.li", minute(3), Opinion.CONFIRMED, "pale, awake"),
                        new Review("dr.wang", minute(4), Opinion.REFER, "")),
                closed.reviews());
        assertEquals(Optional.of(new Handling("dr.wang", minute(5), "gave sugar")), closed.closed());
    }

    @Test
    void peopleDoNotMoveTheCondition() {
        assertEquals(AlertCondition.PRESENT, in(AlertState.CLOSED).condition());
    }

    @Test
    void readingsDoNotMoveTheWork() {
        for (AlertState state : AlertState.values()) {
            EpisodeEnd end = new EpisodeEnd(minute(9), EpisodeEnd.Reason.CLEARED);
            Alert ended = in(state).withEnd(end);
            assertEquals(state, ended.state());
            assertEquals(AlertCondition.ENDED, ended.condition());
        }
    }

    @Test
    void refusalTellsWhatToDo() {
        Transition twice = AlertLifeCycle.apply(in(AlertState.ACKNOWLEDGED), command("acknowledge", LI, ""));
        assertEquals(
                new Transition.Refused(
                        "ALR-022", "alert must be new but was acknowledged by dr.li; reload to see who has it"),
                twice);
        Transition machine = AlertLifeCycle.apply(fresh, command("close", MACHINE, "looks fine"));
        assertEquals(
                new Transition.Refused("ALR-020", "actor must be a person but was assessor; ask a person to decide"),
                machine);
    }

    @Test
    void sameRuleAndReadingGiveTheSameId() {
        Set<AlertId> ids = new HashSet<>();
        ids.add(fresh.id());
        ids.add(AlertSample.openedBy(glucose(0, "2.5")).id());
        assertEquals(1, ids.size());
        ids.add(AlertSample.openedBy(glucose(1, "2.5")).id());
        assertEquals(2, ids.size());
    }

    @Test
    void alertThatCannotBeIsRefused() {
        Handling closing = new Handling("dr.li", minute(3), "gave sugar");
        Review first = new Review("dr.li", minute(3), Opinion.REFER, "");
        Alert acknowledged = fresh.withAcknowledged(closing);
        assertThrows(IllegalArgumentException.class, () -> fresh.withClosed(closing));
        assertThrows(IllegalArgumentException.class, () -> fresh.withReview(first));
        assertThrows(
                IllegalArgumentException.class,
                () -> acknowledged.withReview(first).withReview(first));
        assertThrows(
                IllegalArgumentException.class,
                () -> acknowledged.withReview(first).withClosed(closing));
        Measurement other = new Measurement(List.of(glucose(7, "2.4")));
        assertThrows(
                IllegalArgumentException.class,
                () -> fresh.withFindings(other, glucose(7, "2.4"), fresh.evidence(), false, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> Actor.doctor(" "));
        assertThrows(IllegalArgumentException.class, () -> new AlertId("12"));
    }

    /** Minute 2: acknowledged; 3: first review; 4: second review; 5: closed. */
    private Alert in(AlertState state) {
        return Stream.<AlertCommand>of(
                        new AlertCommand.Acknowledge(LI, minute(2), "on my way "),
                        new AlertCommand.GiveReview(LI, minute(3), Opinion.CONFIRMED, "pale, awake"),
                        new AlertCommand.GiveReview(WANG, minute(4), Opinion.REFER, ""),
                        new AlertCommand.Close(WANG, minute(5), "gave sugar"))
                .limit(List.of(AlertState.values()).indexOf(state))
                .reduce(fresh, AlertSample::applied, (a, b) -> b);
    }

    private static String outcome(Alert alert, AlertCommand command) {
        return AlertLifeCycle.apply(alert, command) instanceof Transition.Refused refused
                ? refused.code()
                : AlertSample.applied(alert, command).state().name();
    }

    private static AlertCommand command(String name, Actor who, String reason) {
        return switch (name) {
            case "acknowledge" -> new AlertCommand.Acknowledge(who, minute(6), reason);
            case "review" -> new AlertCommand.GiveReview(who, minute(6), Opinion.CONFIRMED, reason);
            default -> new AlertCommand.Close(who, minute(6), reason);
        };
    }
}
