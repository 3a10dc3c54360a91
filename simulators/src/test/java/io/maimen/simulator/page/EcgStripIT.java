package io.maimen.simulator.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ECG on paper: true to scale on screen and in print, and nothing drawn that was not measured. */
@ExtendWith(PageWorkbench.class)
class EcgStripIT {
    private static final String STRIP = "ecg-strip:not(.overview)";
    private static final String OVERVIEW = "ecg-strip.overview";
    private static final double A4_ACROSS_LESS_MARGINS_MM = 277;

    private Visit visit;

    @BeforeEach
    void openThePatch(Clinic clinic, Browser browser) throws SimulatorException {
        visit = browser.visit(clinic.address().toString()).loggedIn();
        visit.go("/devices/serial%3A" + PageWorkbench.PATCH);
        visit.settle(STRIP + " .trace");
        // A line on both sides of a gap: a whole lost block has passed by.
        visit.settle(STRIP + " .trace >> nth=1");
    }

    @AfterEach
    void leave() {
        assertEquals(List.of(), visit.complaints());
        visit.close();
    }

    @Test
    void aSecondIs25MillimetresAndAMillivolt10() {
        EcgPaper strip = EcgPaper.measure(visit, STRIP);
        assertEquals(25, strip.secondMm(), EcgPaper.TOLERANCE_MM);
        assertEquals(10, strip.millivoltMm(), EcgPaper.TOLERANCE_MM);

        visit.page().click("button[name=speed][value='50']");
        visit.page().click("button[name=gain][value='20']");
        assertThat(visit.find(STRIP)).hasJSProperty("gain", 20);
        EcgPaper larger = EcgPaper.measure(visit, STRIP);
        assertEquals(50, larger.secondMm(), EcgPaper.TOLERANCE_MM);
        assertEquals(20, larger.millivoltMm(), EcgPaper.TOLERANCE_MM);

        EcgPaper minute = EcgPaper.measure(visit, OVERVIEW);
        assertEquals(6.25, minute.secondMm(), EcgPaper.TOLERANCE_MM);
        assertEquals(5, minute.millivoltMm(), EcgPaper.TOLERANCE_MM);
    }

    @Test
    void aGapIsHatchedAndNoLineGoesThroughIt() {
        EcgPaper strip = EcgPaper.measure(visit, STRIP);
        assertTrue(
                strip.gaps().stream().anyMatch(gap -> Math.abs(gap.lengthMm() - 25) <= EcgPaper.TOLERANCE_MM),
                "a lost block of one second must be 25 mm of gap but gaps were " + strip.gaps());
        for (EcgPaper.Stretch gap : strip.gaps()) {
            assertFalse(strip.traces().stream().anyMatch(gap::overlaps), "a line goes through " + gap);
        }
        assertThat(visit.find(STRIP + " .gap").first()).hasAttribute("fill", Pattern.compile("url\\(#.*missing\\)"));
        visit.screenshot("ecg-zh-light");
    }

    @Test
    void simulatedIsWrittenOnThePaperItself() {
        assertThat(visit.find(STRIP + " .watermark")).hasText("模拟数据，不是真实病人");
        assertThat(visit.find(".head .simulated")).isVisible();
    }

    @Test
    void aHeldStripStandsStillAndGoesBackInTime() {
        visit.page().click("button[name=live]");
        assertThat(visit.find("button[name=live]")).hasText("已停住");
        String held = (String) visit.find(STRIP).evaluate("strip => String(strip.from)");
        visit.page().click("button[name=earlier]");
        String earlier = (String) visit.find(STRIP).evaluate("strip => String(strip.from)");
        assertEquals(Double.parseDouble(held) - 10_000, Double.parseDouble(earlier), 1e-6);
    }

    @Test
    void printedItFitsOnA4AcrossAndStaysTrueToScale() {
        Page page = visit.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(visit.find("header")).isHidden();
        EcgPaper printed = EcgPaper.measure(visit, STRIP);
        assertEquals(25, printed.secondMm(), EcgPaper.TOLERANCE_MM);
        assertTrue(
                printed.widthMm() <= A4_ACROSS_LESS_MARGINS_MM,
                "must fit on the sheet but was " + printed.widthMm() + " mm");
        visit.screenshot("ecg-printed");
    }
}
