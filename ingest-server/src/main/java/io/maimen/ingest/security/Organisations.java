package io.maimen.ingest.security;

import io.maimen.ingest.sql.Database;
import io.maimen.observation.code.BilingualText;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tree of organisations, kept in memory beside its table: this process alone writes it. Blocking; thread-safe. */
public final class Organisations {
    private static final RowMapper<Organisation> TO_ORGANISATION = (row, context) -> new Organisation(
            new OrganisationId(row.getString("id")),
            Optional.ofNullable(row.getString("parent")).map(OrganisationId::new),
            new BilingualText(row.getString("name_zh"), row.getString("name_en")),
            OrganisationKind.find(row.getString("kind")).orElseThrow());

    private final Database clinical;
    private volatile OrganisationTree tree;

    public Organisations(Database clinical) {
        this.clinical = clinical;
        this.tree = read(clinical);
    }

    private static OrganisationTree read(Database clinical) {
        return new OrganisationTree(
                clinical.reader().withHandle(handle -> handle.createQuery("SELECT * FROM organisation")
                        .map(TO_ORGANISATION)
                        .list()));
    }

    /** One organisation; empty when there is none of that name. */
    public Optional<Organisation> find(OrganisationId id) {
        return tree.find(id);
    }

    /** An organisation and everything below it. */
    public Scope under(OrganisationId top) {
        return tree.under(top);
    }

    /** Whether an organisation is {@code top} or below it at this moment, one entered just now included. Does not block. */
    public boolean holds(OrganisationId top, OrganisationId organisation) {
        return tree.holds(top, organisation);
    }

    /** The organisations of a scope, by name. */
    public List<Organisation> list(Scope scope) {
        return tree.list(scope);
    }

    /** Adds one within a transaction; {@link #reload} must follow its commit. */
    void create(Handle handle, Organisation organisation) {
        handle.createUpdate("INSERT INTO organisation (id, parent, name_zh, name_en, kind)"
                        + " VALUES (:id, :parent, :zh, :en, :kind)")
                .bind("id", organisation.id().value())
                .bind("parent", organisation.parent().map(OrganisationId::value))
                .bind("zh", organisation.name().zh())
                .bind("en", organisation.name().en())
                .bind("kind", organisation.kind().text())
                .execute();
    }

    void reload() {
        tree = read(clinical);
    }
}
