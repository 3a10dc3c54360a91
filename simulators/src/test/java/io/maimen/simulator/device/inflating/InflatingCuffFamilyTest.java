package io.maimen.simulator.device.inflating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.device.UserSlot;
import io.maimen.simulator.conformance.play.Play;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InflatingCuffFamilyTest {
    @Test
    void twoPeopleAtOneCuffAreTwoUsers() {
        assertEquals(Set.of(1, 2), slots(InflatingCuffFamily.TWO_USERS));
    }

    @Test
    void whoPressesTheOthersButtonIsTakenForTheOther() {
        assertEquals(Set.of(1), slots(InflatingCuffFamily.WRONG_USER));
    }

    @Test
    void aCuffWithoutButtonsNamesNoUser() {
        assertEquals(Set.of(), slots());
    }

    private static Set<Integer> slots(String... habits) {
        return Play.of(new InflatingCuffFamily(), 5, habits).run().stored().stream()
                .map(reading -> reading.source().slot())
                .flatMap(Optional::stream)
                .map(UserSlot::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
