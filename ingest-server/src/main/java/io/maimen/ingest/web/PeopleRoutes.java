package io.maimen.ingest.web;

import io.maimen.ingest.query.AuditQuery;
import io.maimen.ingest.query.DisplayJson;
import io.maimen.ingest.security.Account;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.Organisation;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.OrganisationKind;
import io.maimen.ingest.security.Organisations;
import io.maimen.ingest.security.People;
import io.maimen.ingest.security.RefusedException;
import io.maimen.ingest.security.Right;
import io.maimen.ingest.security.Role;
import io.maimen.observation.code.BilingualText;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Optional;

/** Organisations, users and the audit: administrators manage those of their own tree; names are for everyone in it. Stateless. */
final class PeopleRoutes {
    private static final int MAX_LIMIT = 1_000;

    private final JsonEndpoint json;
    private final People people;
    private final Organisations organisations;
    private final AuditQuery audit;

    PeopleRoutes(JsonEndpoint json, People people, AuditQuery audit) {
        this.json = json;
        this.people = people;
        this.organisations = people.organisations();
        this.audit = audit;
    }

    void on(Router router) {
        router.get("/api/audit")
                .handler(json.permitted(
                        Right.MANAGE, (who, asked) -> audit.list(who.scope(), asked.limit(100, MAX_LIMIT))));
        router.get("/api/organisations").handler(json.personal((who, asked) -> organisations(who)));
        router.post("/api/organisations").handler(json.permitted(Right.MANAGE, this::createOrganisation));
        router.get("/api/users").handler(json.permitted(Right.MANAGE, (who, asked) -> users(who)));
        router.post("/api/users").handler(json.permitted(Right.MANAGE, this::createUser));
        router.post("/api/users/:username/disable").handler(json.permitted(Right.MANAGE, (who, asked) -> {
            Account account = account(who, asked);
            refusing(() -> people.disable(who.username(), account));
            return user(new People.Person(account, true));
        }));
        router.post("/api/users/:username/password").handler(json.permitted(Right.MANAGE, (who, asked) -> {
            Account account = account(who, asked);
            String password = Parameters.text(asked.body(), "password");
            refusing(() -> people.setPassword(who.username(), account, password));
            return new JsonObject();
        }));
    }

    private JsonObject organisations(Caller who) {
        return new JsonObject()
                .put(
                        "organisations",
                        new JsonArray(organisations.list(who.scope()).stream()
                                .map(PeopleRoutes::organisation)
                                .toList()));
    }

    private static JsonObject organisation(Organisation organisation) {
        return new JsonObject()
                .put("id", organisation.id().value())
                .put("parent", organisation.parent().map(OrganisationId::value).orElse(null))
                .put("name", DisplayJson.of(organisation.name()))
                .put("kind", organisation.kind().text());
    }

    private JsonObject createOrganisation(Caller who, Parameters asked) throws ApiException {
        JsonObject body = asked.body();
        Organisation organisation = new Organisation(
                organisationId(body, "id"),
                Optional.of(seen(who, organisationId(body, "parent"))),
                name(Parameters.object(body, "name")),
                word(OrganisationKind.find(Parameters.text(body, "kind")), "kind"));
        refusing(() -> people.create(who.username(), organisation));
        return organisation(organisation);
    }

    private static BilingualText name(JsonObject name) throws ApiException {
        String zh = Parameters.text(name, "zh").strip();
        String en = Parameters.text(name, "en").strip();
        if (zh.isEmpty() || en.isEmpty()) {
            throw new ApiException(400, "SRV-071", "name must have zh and en but lacks one");
        }
        return new BilingualText(zh, en);
    }

    private JsonObject users(Caller who) {
        return new JsonObject()
                .put(
                        "users",
                        new JsonArray(people.list(who.scope()).stream()
                                .map(PeopleRoutes::user)
                                .toList()));
    }

    private static JsonObject user(People.Person person) {
        Account account = person.account();
        return new JsonObject()
                .put("username", account.username())
                .put("displayName", account.displayName())
                .put("role", account.role().text())
                .put("organisation", account.organisation().value())
                .put("disabled", person.disabled());
    }

    private JsonObject createUser(Caller who, Parameters asked) throws ApiException {
        JsonObject body = asked.body();
        Account account = new Account(
                Parameters.text(body, "username"),
                Parameters.text(body, "displayName").strip(),
                word(Role.find(Parameters.text(body, "role")), "role"),
                seen(who, organisationId(body, "organisation")));
        String password = Parameters.text(body, "password");
        refusing(() -> people.create(who.username(), account, password));
        return user(new People.Person(account, false));
    }

    private Account account(Caller who, Parameters asked) throws ApiException {
        return people.find(who.scope(), asked.pathText("username")).orElseThrow(() -> ApiException.notFound("user"));
    }

    private OrganisationId seen(Caller who, OrganisationId organisation) throws ApiException {
        if (!who.scope().sees(organisation)) {
            throw ApiException.notFound("organisation");
        }
        return organisation;
    }

    private static OrganisationId organisationId(JsonObject body, String field) throws ApiException {
        try {
            return new OrganisationId(Parameters.text(body, field));
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "SRV-071", field + ": " + e.getMessage());
        }
    }

    private static <T> T word(Optional<T> found, String field) throws ApiException {
        return found.orElseThrow(
                () -> new ApiException(400, "SRV-071", field + " must be a word of docs/people.md but was not"));
    }

    /** Something people may be refused. */
    @FunctionalInterface
    private interface Deed {
        void run() throws RefusedException;
    }

    private static void refusing(Deed deed) throws ApiException {
        try {
            deed.run();
        } catch (RefusedException e) {
            throw ApiException.refused(e);
        }
    }
}
