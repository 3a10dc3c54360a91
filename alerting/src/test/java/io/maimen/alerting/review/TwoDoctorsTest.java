package io.maimen.alerting.review;

import static io.maimen.alerting.rule.Samples.glucose;
import static io.maimen.alerting.rule.Samples.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.rule.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is asked of an alert, in whatever order and by whomever: it is closed only after two doctors have looked. */
class TwoDoctorsTest {
    private static final List<Actor> ACTORS = List.of(
            Actor.machine("assess"),
            new Actor(Actor.Kind.KEEPER, "root"),
            Actor.doctor("dr.li"),
            Actor.doctor("dr.chen"),
            Actor.secondReader("dr.wang"),
            Actor.secondReader("dr.zhao"));

    /** A person or a machine acts, or readings are judged again: either gives the alert that follows. */
    record Step(String text, Function<Alert, Alert> act) {
        @Override
        public String toString() {
            return text;
        }
    }

    @Property
    void noPathToClosedButThroughTwoDifferentDoctors(@ForAll("steps") List<Step> steps) {
        Alert alert = AlertSample.openedBy(glucose(0, "2.5"));
        List<Alert> path = new ArrayList<>(List.of(alert));
        for (Step step : steps) {
            Alert next = step.act().apply(alert);
            assertTrue(next.state().compareTo(alert.state()) >= 0, "nothing is undone");
            assertEquals(Priority.P1, next.priority());
            alert = next;
            path.add(next);
        }
        if (alert.state() == AlertState.CLOSED) {
            assertEquals(2, alert.reviews().size());
            assertNotEquals(alert.reviews().get(0).by(), alert.reviews().get(1).by());
            assertTrue(alert.reviews().get(1).by().matches("dr.wang|dr.zhao"), "the second is one who may");
            assertTrue(ACTORS.contains(Actor.doctor(alert.reviews().get(0).by()))
                    || ACTORS.contains(Actor.secondReader(alert.reviews().get(0).by())));
            assertEquals(5, path.stream().map(Alert::state).distinct().count(), "nothing is left out");
        }
    }

    /** The commonest order first, so that many sequences do reach the end. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> command = Combinators.combine(
                        Arbitraries.of("acknowledge", "review", "review", "close"),
                        Arbitraries.of(ACTORS),
                        Arbitraries.of(Opinion.class),
                        Arbitraries.of("", "because"))
                .as((name, who, opinion, reason) -> new Step(
                        name + " by " + who.name(), alert -> after(alert, command(name, who, opinion, reason))));
        Arbitrary<Step> judged = Arbitraries.of(EpisodeEnd.Reason.class)
                .map(reason -> new Step("ended " + reason, alert -> alert.withEnd(new EpisodeEnd(minute(9), reason))));
        return Arbitraries.frequencyOf(Tuple.of(9, command), Tuple.of(1, judged))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static AlertCommand command(String name, Actor who, Opinion opinion, String reason) {
        return switch (name) {
            case "acknowledge" -> new AlertCommand.Acknowledge(who, minute(2), reason);
            case "review" -> new AlertCommand.GiveReview(who, minute(2), opinion, reason);
            default -> new AlertCommand.Close(who, minute(2), reason);
        };
    }

    private static Alert after(Alert alert, AlertCommand command) {
        return AlertLifeCycle.apply(alert, command) instanceof Transition.Applied applied ? applied.alert() : alert;
    }
}
