package io.maimen.ingest.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.code.BilingualText;
import io.maimen.observation.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
    private static final String PASSWORD = "a long password";
    private static final Account LI = new Account("li", "Dr. Li", Role.VILLAGE_DOCTOR, new OrganisationId("taowan"));

    private final SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
    private Database clinical;
    private Audit audit;
    private People people;

    @BeforeEach
    void aDoctorInAVillage(@TempDir Path directory) throws Exception {
        clinical = ClinicalDatabase.open(directory);
        audit = Audit.open(clinical, directory);
        people = People.of(clinical, clock, new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(2)), audit);
        people.create(
                "admin",
                new Organisation(
                        new OrganisationId("taowan"),
                        Optional.of(OrganisationId.ROOT),
                        new BilingualText("桃湾村", "Taowan"),
                        OrganisationKind.VILLAGE));
        people.create("admin", LI, PASSWORD);
    }

    @AfterEach
    void close() {
        audit.close();
        clinical.close();
    }

    @Test
    void aCallerSeesTheOwnTree() {
        Caller caller = people.login().caller(login()).orElseThrow();
        assertEquals(LI, caller.account());
        assertEquals(new OrganisationId("taowan"), caller.scope().top());
    }

    @Test
    void aSessionEndsWhenItIsIdle() {
        String token = login();
        clock.advance(Duration.ofMinutes(29));
        assertTrue(people.login().caller(token).isPresent());
        clock.advance(Duration.ofMinutes(29));
        assertTrue(people.login().caller(token).isPresent());
        clock.advance(Duration.ofMinutes(30));
        assertEquals(Optional.empty(), people.login().caller(token));
    }

    @Test
    void aSessionEndsAfterItsLongestTimeHoweverBusy() {
        String token = login();
        for (int minute = 0; minute < 119; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertTrue(people.login().caller(token).isPresent(), "minute " + minute);
        }
        clock.advance(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), people.login().caller(token));
    }

    /** A page that is open is not a person at work. */
    @Test
    void watchingDoesNotKeepASessionFromEnding() {
        String token = login();
        for (int minute = 0; minute < 29; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertTrue(people.login().watcher(token).isPresent());
        }
        clock.advance(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), people.login().watcher(token));
    }

    @Test
    void disablingEndsEverySessionAndLetsNobodyInAgain() throws Exception {
        String token = login();
        people.disable("admin", LI);
        assertEquals(Optional.empty(), people.login().caller(token));
        assertInstanceOf(LoginResult.Refused.class, people.login().login("li", PASSWORD, "10.0.0.1"));
        assertTrue(people.list(people.organisations().under(OrganisationId.ROOT))
                .get(0)
                .disabled());
    }

    @Test
    void anotherPasswordEndsEverySession() throws Exception {
        String token = login();
        people.setPassword("admin", LI, "another long password");
        assertEquals(Optional.empty(), people.login().caller(token));
        assertInstanceOf(LoginResult.Refused.class, people.login().login("li", PASSWORD, "10.0.0.1"));
        assertInstanceOf(LoginResult.LoggedIn.class, people.login().login("li", "another long password", "10.0.0.1"));
    }

    @Test
    void whoeverChangesTheOwnPasswordMustKnowTheOldAndIsAskedFiveTimes() throws Exception {
        String token = login();
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(LoginResult.Refused.class, change("wrong " + i));
        }
        assertInstanceOf(LoginResult.TooMany.class, change(PASSWORD));
        assertTrue(people.login().caller(token).isPresent());
        clock.advance(Duration.ofMinutes(2));
        LoginResult.LoggedIn changed = (LoginResult.LoggedIn) change(PASSWORD);
        assertEquals(Optional.empty(), people.login().caller(token));
        assertTrue(people.login().caller(changed.token()).isPresent());
    }

    private LoginResult change(String old) throws RefusedException {
        return people.login().changePassword(LI, old, "another long password", "10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "li,      Dr. Li,   a long password, SRV-065",
        "Wang,    Dr. Wang, a long password, SRV-067",
        "server,  Dr. Wang, a long password, SRV-067",
        "nobody,  Dr. Wang, a long password, SRV-067",
        "wang,    '  ',     a long password, SRV-067",
        "wang,    Dr. Wang, too short,       SRV-066",
        "wangwangwang, Dr. Wang, WangWangWang, SRV-066",
    })
    void anAccountThatCannotBeIsRefused(String username, String displayName, String password, String code) {
        Account account = new Account(username, displayName, Role.COUNTY_READER, OrganisationId.ROOT);
        RefusedException refused =
                assertThrows(RefusedException.class, () -> people.create("admin", account, password));
        assertEquals(code, refused.code());
    }

    @Test
    void nobodyDisablesThemselves() {
        assertEquals(
                "SRV-068",
                assertThrows(RefusedException.class, () -> people.disable("li", LI))
                        .code());
    }

    @Test
    void everyLoginGoodOrBadAndEveryChangeIsInTheAudit() throws Exception {
        people.login().login("li", "wrong", "10.0.0.1");
        people.login().login("my password", "li", "10.0.0.1");
        people.login().logout(login());
        people.setPassword("admin", LI, "another long password");
        assertEquals(
                List.of(
                        "admin created organisation taowan: under root",
                        "admin created user li: village-doctor of taowan",
                        "li login-refused session: from 10.0.0.1",
                        // What was typed for a name may be a password.
                        "nobody login-refused session: from 10.0.0.1",
                        "li logged-in session: from 10.0.0.1",
                        "li logged-out session: ",
                        "admin changed user li: password"),
                audited());
    }

    private List<String> audited() {
        return clinical.reader().withHandle(handle -> handle.createQuery("SELECT * FROM audit ORDER BY seq")
                .map((row, context) -> row.getString("who") + " " + row.getString("action") + " "
                        + row.getString("subject") + ": " + row.getString("detail"))
                .list());
    }

    private String login() {
        return ((LoginResult.LoggedIn) people.login().login("li", PASSWORD, "10.0.0.1")).token();
    }
}
