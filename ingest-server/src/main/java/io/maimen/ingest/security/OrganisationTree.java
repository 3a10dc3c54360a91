package io.maimen.ingest.security;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All organisations at one moment, and who lies under whom. Immutable; may be shared. */
final class OrganisationTree {
    private final Map<OrganisationId, Organisation> organisations;
    private final Map<OrganisationId, List<OrganisationId>> children;

    OrganisationTree(Collection<Organisation> all) {
        organisations = all.stream().collect(Collectors.toUnmodifiableMap(Organisation::id, one -> one));
        Map<OrganisationId, List<OrganisationId>> below = new HashMap<>();
        all.forEach(one -> one.parent().ifPresent(parent -> below.computeIfAbsent(parent, id -> new ArrayList<>())
                .add(one.id())));
        children = Map.copyOf(below);
    }

    Optional<Organisation> find(OrganisationId id) {
        return Optional.ofNullable(organisations.get(id));
    }

    /** An organisation and everything below it. */
    Scope under(OrganisationId top) {
        Set<OrganisationId> seen = new HashSet<>();
        Deque<OrganisationId> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            OrganisationId next = open.pop();
            // A circle cannot come to be through us; one made by hand in the table must not hang the server.
            if (seen.add(next)) {
                open.addAll(children.getOrDefault(next, List.of()));
            }
        }
        return new Scope(top, seen);
    }

    /** Whether an organisation is {@code top} or lies somewhere below it; takes as many steps as the tree is deep. */
    boolean holds(OrganisationId top, OrganisationId organisation) {
        Set<OrganisationId> passed = new HashSet<>();
        Optional<OrganisationId> next = Optional.of(organisation);
        while (next.isPresent() && passed.add(next.get())) {
            if (next.get().equals(top)) {
                return true;
            }
            next = next.flatMap(this::find).flatMap(Organisation::parent);
        }
        return false;
    }

    /** What a scope holds, by name. */
    List<Organisation> list(Scope scope) {
        return scope.organisations().stream()
                .flatMap(id -> find(id).stream())
                .sorted(Comparator.comparing(one -> one.id().value()))
                .toList();
    }
}
