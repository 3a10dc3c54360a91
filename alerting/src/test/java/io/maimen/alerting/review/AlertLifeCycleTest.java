package io.maimen.alerting.review;

import static io.maimen.alerting.rule.Samples.glucose;
import static io.maimen.alerting.rule.Samples.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.alerting.episode.EpisodeEnd;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertLifeCycleTest {
    private static final Actor DOCTOR = Actor.person("dr.li");
    private static final Actor MACHINE = Actor.machine("assessor");

    private final Alert fresh = AlertSample.openedBy(glucose(0, "2.5"));

    /** Every state, command, actor and reason there is: what comes of it is the next state or the refusal. */
    @ParameterizedTest
    @CsvSource({
        "NEW, acknowledge, PERSON, '', ACKNOWLEDGED",
        "NEW, acknowledge, PERSON, why, ACKNOWLEDGED",
        "NEW, acknowledge, MACHINE, '', ALR-020",
        "NEW, acknowledge, MACHINE, why, ALR-020",
        "NEW, close, PERSON, '', ALR-023",
        "NEW, close, PERSON, why, ALR-023",
        "NEW, close, MACHINE, '', ALR-020",
        "NEW, close, MACHINE, why, ALR-020",
        "ACKNOWLEDGED, acknowledge, PERSON, '', ALR-022",
        "ACKNOWLEDGED, acknowledge, PERSON, why, ALR-022",
        "ACKNOWLEDGED, acknowledge, MACHINE, '', ALR-020",
        "ACKNOWLEDGED, acknowledge, MACHINE, why, ALR-020",
        "ACKNOWLEDGED, close, PERSON, '', ALR-024",
        "ACKNOWLEDGED, close, PERSON, why, CLOSED",
        "ACKNOWLEDGED, close, MACHINE, '', ALR-020",
        "ACKNOWLEDGED, close, MACHINE, why, ALR-020",
        "CLOSED, acknowledge, PERSON, '', ALR-021",
        "CLOSED, acknowledge, PERSON, why, ALR-021",
        "CLOSED, acknowledge, MACHINE, '', ALR-020",
        "CLOSED, acknowledge, MACHINE, why, ALR-020",
        "CLOSED, close, PERSON, '', ALR-021",
        "CLOSED, close, PERSON, why, ALR-021",
        "CLOSED, close, MACHINE, '', ALR-020",
        "CLOSED, close, MACHINE, why, ALR-020",
    })
    void everyTransition(AlertState state, String command, Actor.Kind kind, String reason, String expected) {
        Transition transition = AlertLifeCycle.apply(in(state), command(command, new Actor(kind, "x"), reason));
        String found = transition instanceof Transition.Applied applied
                ? applied.alert().state().name()
                : ((Transition.Refused) transition).code();
        assertEquals(expected, found);
    }

    @Test
    void theTableAboveIsWhole() {
        int cells = AlertState.values().length
                * AlertCommand.class.getPermittedSubclasses().length
                * Actor.Kind.values().length
                * 2;
        assertEquals(24, cells, "a new state, command or kind of actor needs its rows");
    }

    @Test
    void whoWhenAndWhyAreKept() {
        Alert closed = in(AlertState.CLOSED);
        assertEquals(Optional.of(new Handling("dr.li", minute(2), "on my way")), closed.acknowledged());
        assertEquals(Optional.of(new Handling("dr.li", minute(3), "gave sugar")), closed.closed());
    }

    @Test
    void peopleDoNotMoveTheCondition() {
        assertEquals(AlertCondition.PRESENT, in(AlertState.CLOSED).condition());
    }

    @Test
    void readingsDoNotMoveTheWork() {
        for (AlertState state : AlertState.values()) {
            EpisodeEnd end = new EpisodeEnd(minute(9), EpisodeEnd.Reason.CLEARED);
            Alert ended = in(state).withFindings(fresh.shown(), fresh.evidence(), false, Optional.of(end));
            assertEquals(state, ended.state());
            assertEquals(AlertCondition.ENDED, ended.condition());
        }
    }

    @Test
    void refusalTellsWhatToDo() {
        Transition twice = AlertLifeCycle.apply(in(AlertState.ACKNOWLEDGED), command("acknowledge", DOCTOR, ""));
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
        assertThrows(IllegalArgumentException.class, () -> fresh.withClosed(closing));
        assertThrows(
                IllegalArgumentException.class,
                () -> fresh.withFindings(glucose(7, "2.4"), fresh.evidence(), false, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> Actor.person(" "));
        assertThrows(IllegalArgumentException.class, () -> new AlertId("12"));
    }

    private Alert in(AlertState state) {
        Alert acknowledged = fresh.withAcknowledged(new Handling("dr.li", minute(2), "on my way"));
        return switch (state) {
            case NEW -> fresh;
            case ACKNOWLEDGED -> acknowledged;
            case CLOSED -> acknowledged.withClosed(new Handling("dr.li", minute(3), "gave sugar"));
        };
    }

    private static AlertCommand command(String name, Actor who, String reason) {
        return name.equals("close")
                ? new AlertCommand.Close(who, minute(5), reason)
                : new AlertCommand.Acknowledge(who, minute(5), reason);
    }
}
