package io.maimen.ingest.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.code.BilingualText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationTreeTest {
    private final OrganisationTree tree = new OrganisationTree(List.of(
            organisation("root", ""),
            organisation("county-a", "root"),
            organisation("taowan", "county-a"),
            organisation("county-b", "root"),
            organisation("home-1", "taowan")));

    @Test
    void aScopeIsAnOrganisationAndEverythingBelowIt() {
        Scope county = tree.under(new OrganisationId("county-a"));
        assertEquals(ids("county-a", "taowan", "home-1"), county.organisations());
        assertTrue(county.sees(new OrganisationId("home-1")));
        assertFalse(county.sees(new OrganisationId("county-b")));
        assertFalse(county.sees(OrganisationId.ROOT));
        assertFalse(county.isEverything());
        assertTrue(tree.under(OrganisationId.ROOT).isEverything());
        assertEquals(5, tree.under(OrganisationId.ROOT).organisations().size());
    }

    @Test
    void anOrganisationIsHeldByItselfAndByAllAboveIt() {
        OrganisationId home = new OrganisationId("home-1");
        assertTrue(tree.holds(home, home));
        assertTrue(tree.holds(new OrganisationId("county-a"), home));
        assertTrue(tree.holds(OrganisationId.ROOT, home));
        assertFalse(tree.holds(new OrganisationId("county-b"), home));
        assertFalse(tree.holds(home, new OrganisationId("county-a")));
        assertFalse(tree.holds(new OrganisationId("county-a"), new OrganisationId("unknown")));
    }

    @Test
    void aCircleMadeByHandEnds() {
        OrganisationTree circle = new OrganisationTree(List.of(organisation("a", "b"), organisation("b", "a")));
        assertEquals(ids("a", "b"), circle.under(new OrganisationId("a")).organisations());
        assertFalse(circle.holds(new OrganisationId("c"), new OrganisationId("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "a b", "a_b", "ä"})
    void anIdThatDoesNotFitAnAddressIsRefused(String id) {
        assertThrows(IllegalArgumentException.class, () -> new OrganisationId(id));
    }

    private static Organisation organisation(String id, String parent) {
        return new Organisation(
                new OrganisationId(id),
                parent.isEmpty() ? Optional.empty() : Optional.of(new OrganisationId(parent)),
                new BilingualText(id, id),
                OrganisationKind.VILLAGE);
    }

    private static Set<OrganisationId> ids(String... ids) {
        return Set.copyOf(Stream.of(ids).map(OrganisationId::new).toList());
    }
}
