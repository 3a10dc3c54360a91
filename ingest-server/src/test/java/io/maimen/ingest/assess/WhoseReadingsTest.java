package io.maimen.ingest.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.review.Alert;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.patient.Owner;
import io.maimen.ingest.sql.Database;
import io.maimen.log.LogPosition;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.MergeFact;
import io.maimen.observation.patient.Binding;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bindings, assignments and merges as assess applies them: readings move, and both ends are judged again. */
class WhoseReadingsTest extends WhoseReadingsScenario {
    @Test
    void aReadingThatNobodyWasNamedForWaitsAndItsAlertIsTheSources() {
        take(observed(HIGH));
        assertEquals(new Owner.Nobody(Owner.Reason.NO_BINDING), owner(HIGH));
        assertEquals(1, inbox().size());
        assertEquals(
                "source serial:AN-0001 simulated specimen S-1",
                open().get(0).subject().key());
    }

    /** A cuff tells its battery's charge in the middle of somebody's session: it is the cuff's, not hers. */
    @Test
    void whatADeviceSaysOfItselfIsNobodysAndDoesNotWait() {
        Observation battery = Measurements.observation(
                MeasurementSource.of(Measurements.ANALYSER),
                Nomenclature.BATTERY_CHARGE,
                NumericValue.exact(new Quantity(new BigDecimal("80"), UcumUnit.PERCENT)),
                NOON,
                "battery");
        take(bound(session(WANG, NOON.minusSeconds(60))), observed(battery));

        assertEquals(List.of(), inbox());
        assertThrows(NoSuchElementException.class, () -> owner(battery));
    }

    @Test
    void aBindingThatComesAfterTheReadingsMovesThemAndTheyAreJudgedAgain() {
        take(observed(HIGH));
        take(bound(session(WANG, NOON)));

        assertEquals(new Owner.Known(WANG), owner(HIGH));
        assertEquals(List.of(), inbox());
        Alert before = open("source serial:AN-0001 simulated specimen S-1");
        assertEquals(EpisodeEnd.Reason.REASSIGNED, before.ended().orElseThrow().reason());
        assertEquals(Optional.empty(), open(subject(WANG)).ended());
    }

    @Test
    void anEndToldLaterGivesBackWhatWasMeasuredAfterIt() {
        Observation later = Measurements.potassium("S-2", "6.5", NOON.plusSeconds(60));
        Binding session = session(WANG, NOON);
        take(bound(session), observed(HIGH), observed(later));
        assertEquals(new Owner.Known(WANG), owner(later));

        take(bound(session.until(NOON.plusSeconds(60))));

        assertEquals(new Owner.Known(WANG), owner(HIGH));
        assertEquals(new Owner.Nobody(Owner.Reason.NO_BINDING), owner(later));
    }

    @Test
    void aBindingSentAgainAfterItsEndDoesNotBeginAnew() {
        Binding session = session(WANG, NOON.minusSeconds(60));
        take(bound(session), bound(session.until(NOON)), bound(session));
        take(observed(HIGH));
        assertEquals(new Owner.Nobody(Owner.Reason.NO_BINDING), owner(HIGH));
    }

    @Test
    void reassigningMovesTheAlertToTheOtherPatient() {
        take(bound(session(WANG, NOON)), observed(HIGH));
        take(assigned(HIGH, Optional.of(LI), 1));

        assertEquals(new Owner.Known(LI), owner(HIGH));
        assertEquals(
                EpisodeEnd.Reason.REASSIGNED,
                open(subject(WANG)).ended().orElseThrow().reason());
        assertEquals(HIGH.id(), open(subject(LI)).shown().id());
        assertEquals(List.of("opened", "reassigned"), history(open(subject(WANG))));
    }

    @Test
    void whatIsTakenAwayFromEverybodyWaitsAgain() {
        take(bound(session(WANG, NOON)), observed(HIGH));
        take(assigned(HIGH, Optional.empty(), 1));
        assertEquals(new Owner.Nobody(Owner.Reason.TAKEN_AWAY), owner(HIGH));
    }

    @Test
    void aMergeMovesEverythingAndNothingUndoesIt() {
        take(bound(session(LI, NOON)), observed(HIGH));
        closeEveryAlert();
        Observation late = Measurements.potassium("S-3", "4.4", NOON.plusSeconds(30));

        take(new MergeFact(LI, WANG, "dr-chen", "registered twice", NOON.plusSeconds(5)));
        take(observed(late));
        take(new MergeFact(WANG, LI, "dr-chen", "the other way round", NOON.plusSeconds(6)));

        assertEquals(new Owner.Known(WANG), owner(HIGH));
        assertEquals(new Owner.Known(WANG), owner(late), "what comes for the duplicate later is the kept one's too");
        assertEquals(List.of(), open(), "what was dealt with is not told again");
    }

    @Test
    void aMergeOfTwoWithOpenAlertsLeavesOneThatIsPresent() {
        Observation other = Measurements.potassium("S-2", "6.6", NOON.plusSeconds(10));
        take(bound(session(LI, NOON)), observed(HIGH), bound(session(LI, NOON).until(NOON.plusSeconds(5))));
        take(bound(session(WANG, NOON.plusSeconds(6))), observed(other));

        take(new MergeFact(LI, WANG, "dr-chen", "registered twice", NOON.plusSeconds(20)));

        assertEquals(
                EpisodeEnd.Reason.REASSIGNED,
                open(subject(LI)).ended().orElseThrow().reason());
        assertEquals(2, open(subject(WANG)).evidence().size());
    }

    @Test
    void everyWordAboutWhoseAReadingIsStandsInTheAuditOnce() {
        take(bound(session(WANG, NOON)), observed(HIGH));
        AssignmentFact assigned = assigned(HIGH, Optional.of(LI), 1);
        take(assigned, assigned, bound(session(WANG, NOON)));
        assertEquals(
                List.of(
                        "wang bound device serial:AN-0001",
                        "dr-chen assigned reading " + HIGH.id().hex()),
                noted.stream()
                        .map(event -> event.who() + " " + event.action().text() + " " + event.subject())
                        .toList());
    }

    /** The facts in twenty orders: the same owners, the same alerts for whom, and no reading under two people. */
    @Test
    void anyOrderOfArrivalGivesEveryReadingTheSameOneOwner() throws Exception {
        List<Fact> facts = new ArrayList<>(List.of(
                bound(session(WANG, NOON)),
                bound(session(WANG, NOON).until(NOON.plusSeconds(45))),
                bound(session(LI, NOON.plusSeconds(30))),
                assigned(Measurements.potassium("S-3", "6.3", NOON.plusSeconds(30)), Optional.of(WANG), 9)));
        for (int i = 0; i < 6; i++) {
            facts.add(observed(Measurements.potassium("S-" + i, "6." + i, NOON.plusSeconds(10L * i))));
        }
        facts.forEach(this::take);
        String expected = owners(clinical);
        Random random = new Random(7);
        for (int order = 0; order < 20; order++) {
            Collections.shuffle(facts, random);
            Path elsewhere = Files.createDirectory(directory.resolve("order-" + order));
            try (Database other = ClinicalDatabase.open(elsewhere)) {
                enter(other, WANG, LI);
                AssessReader reader = reader(other);
                facts.forEach(fact -> reader.read(new FactBatch(List.of(fact), LogPosition.of(++position))));
                assertEquals(expected, owners(other), "order " + order + ": " + facts);
            }
        }
    }

    @Test
    void whatWasMeasuredLongBeforeIsNotReadAgainUnlessAnOpenAlertRestsOnIt() {
        Observation old = Measurements.potassium("S-0", "6.4", NOON.minus(Duration.ofDays(10)));
        take(bound(session(WANG, NOON.minus(Duration.ofDays(20)))), observed(old));
        Observation fresh = Measurements.potassium("S-1", "6.6", NOON);
        take(observed(fresh));
        assertEquals(2, open(subject(WANG)).evidence().size(), "the open alert's reading was among those judged");
    }
}
