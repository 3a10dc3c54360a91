package io.maimen.simulator.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.maimen.simulator.clinic.Clinic;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every number opens to its bytes: from a value that raised an alert to the frame, field by field. */
@ExtendWith(PageWorkbench.class)
class BytesIT {
    private Visit visit;

    @BeforeEach
    void openTheValueOfAnAlert(Clinic clinic, Browser browser) {
        visit = browser.visit(clinic.address().toString()).loggedIn();
        visit.find(".row").first().click();
        visit.find("alert-view .finding a").click();
        visit.settle("frame-view .dump .field");
    }

    @AfterEach
    void leave() {
        assertEquals(List.of(), visit.complaints());
        visit.close();
    }

    /** The value of an ASTM result record stands in the frame as text; its field covers just these letters. */
    @Test
    void aFieldShowsItsBytesAndAByteItsField() {
        String value = visit.find("bytes-page h1").innerText().split(" ", -1)[1];
        Locator field = visit.find("[data-field]")
                .filter(new Locator.FilterOptions()
                        .setHas(visit.page().getByText(value, new Page.GetByTextOptions().setExact(true))));
        field.first().hover();
        assertEquals(value, String.join("", visit.find(".letters .lit").allInnerTexts()));
        assertThat(visit.find(".cells .lit")).hasCount(value.length());
        visit.screenshot("bytes");

        visit.find(".cells .field").last().hover();
        assertThat(field.first()).not().hasClass(Pattern.compile("lit"));
        assertThat(visit.find("tr.lit")).hasCount(1);
    }

    @Test
    void theKeyboardWalksThroughTheFields() {
        visit.find("[data-field]").first().focus();
        assertThat(visit.find("tr.lit")).hasAttribute("data-field", "0");
        visit.press("Tab");
        assertThat(visit.find("tr.lit")).hasAttribute("data-field", "1");
    }

    @Test
    void whoReadSignedAndJudgedStandsBesideTheBytes() {
        Locator page = visit.find("bytes-page");
        assertThat(page.locator(".verdict")).hasText("签名有效：由 clinic-demo 签发，此后未被改动");
        assertThat(page).containsText(Pattern.compile("网关\\s*clinic-demo"));
        assertThat(page).containsText(Pattern.compile("驱动\\s*astm 1"));
        assertThat(page).containsText(Pattern.compile("设备时钟\\s*\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d"));
        assertThat(page.locator(".judged").first()).containsText(Pattern.compile("阈值 [≥≤].*依据", Pattern.DOTALL));
    }
}
