package io.maimen.simulator.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import io.maimen.simulator.clinic.Clinic;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day with one patient: entered, measured by hand and by a device, and a stray reading found to be hers. */
@ExtendWith(PageWorkbench.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PatientIT {
    private static final String NAME = "王秀英";
    private static final String CARD = "HC-20817";

    private Visit visit;

    @BeforeEach
    void open(Clinic clinic, Browser browser) {
        visit = browser.visit(clinic.address().toString()).loggedIn();
        visit.go("/patients");
        visit.settle("patient-list [name=query]");
    }

    @AfterEach
    void leave() {
        assertEquals(List.of(), visit.complaints());
        visit.close();
    }

    @Test
    @Order(1)
    void aNewPatientHasARecordToOpen() {
        new Reception(visit).admit(NAME, "410324195304120028", CARD);
        assertThat(visit.find("patient-page h1")).containsText(Pattern.compile(NAME + ".*女 \\d\\d 岁"));
        assertThat(visit.find("patient-page .head")).containsText("健康卡号 " + CARD);
        assertThat(visit.find("patient-page .head")).containsText("模拟患者");
        assertThat(visit.find("blood-pressure-chart")).containsText("没有血压读数");
    }

    /** The rules see what is entered by hand as well: one crisis asks for a repeat, a second one and a symptom call. */
    @Test
    @Order(2)
    void whatIsEnteredByHandIsDrawnMarkedAndJudged() {
        openRecord();
        Reception reception = new Reception(visit);
        reception.enter("186", "104", 4);
        assertThat(visit.find("blood-pressure-chart .reading rect").first()).isVisible();
        assertThat(visit.find("patient-page .results tbody tr").first()).containsText("人工录入");
        assertThat(visit.find("patient-page a.banner")).containsText("P3");

        reception.enter("182", "101", 2);
        assertThat(visit.find("patient-page a.banner.P2")).isVisible();

        visit.find("[data-symptom='icd10:R51']").click();
        visit.find("button[name=symptoms]").click();
        assertThat(visit.find("patient-page a.banner.P1")).isVisible();
        assertThat(visit.find("blood-pressure-chart .raised").first()).isVisible();
        visit.screenshot("patient-crisis");
    }

    @Test
    @Order(3)
    void aScannedCardSaysWhoIsMeasuredNow() {
        Locator now = visit.find("measuring-now");
        now.locator("[name=device]").selectOption("serial:" + PageWorkbench.ANALYSER);
        now.locator("[name=patient]").fill(CARD);
        visit.press("Enter");
        Locator session = now.locator(".sessions li").filter(new Locator.FilterOptions().setHasText(NAME));
        assertThat(session).containsText(PageWorkbench.ANALYSER);
        try {
            openRecord();
            assertThat(visit.find("patient-page .results td.n")
                            .getByText(Pattern.compile("\\d\\.\\d"))
                            .first())
                    .isVisible();
        } finally {
            visit.go("/patients");
            session.locator("[name=end]").click();
        }
        assertThat(session).hasCount(0);
    }

    @Test
    @Order(4)
    void aReadingWithoutAPatientIsSaidToBeHers() {
        visit.go("/inbox");
        String reading = visit.find("[data-reading]").first().getAttribute("data-reading");
        Locator stray = visit.find("[data-reading='" + reading + "']");
        assertThat(stray).containsText("测量时没有指定患者");
        stray.locator("button").click();
        visit.screenshot("inbox-reading");

        visit.find("assign-form [name=patient]").fill(NAME);
        visit.find("assign-form [data-pick]").click();
        visit.find("assign-form [name=reason]").fill("化验单上的名字");
        visit.find("assign-form [name=assign]").click();
        assertThat(stray).hasCount(0);

        visit.go("/bytes/" + reading);
        assertThat(visit.find("bytes-page .head")).containsText(NAME);
    }

    @Test
    @Order(5)
    void aDoubleBecomesHersWithAllItsReadings() {
        Reception reception = new Reception(visit);
        String twice = reception.admit("王秀英（重复）", "410324195304120029", "HC-20818");
        reception.enter("133", "71", 3);
        visit.go("/patients");
        openRecord();
        Locator merge = visit.find("patient-merge");
        merge.locator("summary").click();
        merge.locator("[name=patient]").fill("HC-20818");
        visit.press("Enter");
        merge.locator("[name=reason]").fill("同一张身份证");
        visit.press("Enter");
        assertThat(visit.find("patient-page .results td.n").getByText("133/71").first())
                .isVisible();

        visit.go(twice);
        assertThat(visit.find("patient-page")).containsText("此档案已并入");
    }

    /** At home nobody says who is measured: the cuff's user slot does. */
    @Test
    @Order(6)
    void aSlotOfAHomesDeviceIsHers() {
        openRecord();
        visit.find("patient-devices summary").click();
        visit.find("patient-devices [name=device]").selectOption("serial:" + PageWorkbench.ANALYSER);
        visit.find("patient-devices input[name=slot]").fill("2");
        visit.press("Enter");
        assertThat(visit.find("patient-devices .bindings li").filter(new Locator.FilterOptions().setHasText("2 号用户")))
                .containsText(PageWorkbench.ANALYSER);
    }

    private void openRecord() {
        visit.find("patient-list [name=query]").fill(CARD);
        visit.find("[data-patient]:has-text('" + CARD + "')").click();
        visit.settle("patient-page h1");
    }
}
