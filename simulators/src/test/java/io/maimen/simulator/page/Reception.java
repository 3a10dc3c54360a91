package io.maimen.simulator.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Enters a patient and readings as a doctor does, by the page's own forms. */
final class Reception {
    private final Visit visit;

    /** {@code visit} is a doctor's. */
    Reception(Visit visit) {
        this.visit = visit;
    }

    /** Makes a record for a simulated patient; the record is open afterwards. Returns its address after {@code #}. */
    String admit(String name, String nationalId, String healthCard) {
        visit.go("/patients");
        visit.find("patient-list summary").click();
        visit.fill("name", name);
        visit.fill("birthDate", "1953-04-12");
        visit.fill("national-id", nationalId);
        visit.fill("health-card", healthCard);
        visit.find("patient-list [name=simulated]").check();
        visit.find("patient-list button:has-text('建档')").click();
        assertThat(visit.find("patient-page h1")).containsText(name);
        return (String) visit.page().evaluate("location.hash.slice(1)");
    }

    /** Enters a blood pressure in mmHg into the record that is open. */
    void enter(String systolic, String diastolic, int minutesAgo) {
        visit.fill("systolic", systolic);
        visit.fill("diastolic", diastolic);
        visit.fill("measuredAt", visit.localTimeMinutesAgo(minutesAgo));
        visit.find("button[name=reading]").click();
        assertThat(visit.find("patient-page .results td.n")
                        .getByText(systolic + "/" + diastolic)
                        .first())
                .isVisible();
    }
}
