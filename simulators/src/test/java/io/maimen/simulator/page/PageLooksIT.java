package io.maimen.simulator.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every view has to be: in one language, readable for all, usable on a small screen. Saves a picture of each. */
@ExtendWith(PageWorkbench.class)
class PageLooksIT {
    private static final Set<String> BARRIERS = Set.of("serious", "critical");
    private static final String PATCH = "/devices/serial%3A" + PageWorkbench.PATCH;
    private static final String ANALYSER = "/devices/serial%3A" + PageWorkbench.ANALYSER;

    private static Clinic clinic;
    private static Browser browser;

    @BeforeAll
    static void open(Clinic runningClinic, Browser openBrowser) {
        clinic = runningClinic;
        browser = openBrowser;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nothingStandsInTheWayOfAReaderWhoSeesOrHearsDifferently(ColorScheme colours) throws SimulatorException {
        try (Visit visit = browser.visit(clinic.address().toString(), colours)) {
            visit.settle(".login form");
            assertEquals(List.of(), barriers(visit, "login"));
            visit.loggedIn();
            Map<String, String> views = views(visit);
            views.keySet().removeAll(List.of("/devices", "/quarantine"));
            for (Map.Entry<String, String> view : views.entrySet()) {
                visit.go(view.getKey());
                visit.settle(view.getValue());
                assertEquals(List.of(), barriers(visit, view.getKey()));
            }
        }
    }

    private static List<String> barriers(Visit visit, String view) {
        return new AxeBuilder(visit.page())
                        .setLegacyMode(true)
                        // Rows are alike: what holds for the first holds for the hundredth, and costs its time only
                        // once.
                        .exclude("li:nth-child(n+5), tr:nth-child(n+5)")
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> BARRIERS.contains(rule.getImpact()))
                        .map(rule -> view + ": " + rule.getId() + " "
                                + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    @Test
    void everyViewSpeaksTheChosenLanguageOnly() throws SimulatorException {
        try (Visit visit = browser.visit(clinic.address().toString())) {
            visit.settle(".login form");
            assertEquals(List.of(), ReadableText.strangersIn(visit.text(), "zh"));
            visit.loggedIn();
            speaks(visit, "zh", "light");
            visit.switchLanguage();
            speaks(visit, "en", "light");
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            speaks(visit, "en", "dark");
            visit.switchLanguage();
            speaks(visit, "zh", "dark");
            assertEquals(List.of(), visit.complaints());
        }
    }

    private static void speaks(Visit visit, String language, String colours) {
        for (Map.Entry<String, String> view : views(visit).entrySet()) {
            visit.go(view.getKey());
            visit.settle(view.getValue());
            assertEquals(List.of(), ReadableText.strangersIn(visit.text(), language), view.getKey());
            visit.screenshot(name(view.getKey()) + "-" + language + "-" + colours);
        }
    }

    @Test
    void aSmallScreenNeedsNoSidewaysScrolling() throws SimulatorException {
        try (Visit visit = browser.visit(clinic.address().toString()).loggedIn()) {
            for (int widthPixels : List.of(1024, 800)) {
                visit.page().setViewportSize(widthPixels, 768);
                for (Map.Entry<String, String> view : views(visit).entrySet()) {
                    visit.go(view.getKey());
                    visit.settle(view.getValue());
                    assertEquals(
                            widthPixels,
                            visit.page()
                                    .evaluate(
                                            "Math.max(...[...document.querySelectorAll('body, main, .page, .detail, .list')]"
                                                    + ".map(part => part.scrollWidth + document.documentElement.clientWidth - part.clientWidth))"),
                            view.getKey() + " at " + widthPixels);
                    visit.screenshot(name(view.getKey()) + "-" + widthPixels);
                }
            }
        }
    }

    /** The address of each view, and what is there when it is complete. */
    private static Map<String, String> views(Visit visit) {
        Map<String, String> views = new LinkedHashMap<>();
        visit.go("/worklist");
        assertThat(visit.find(".row").first()).isVisible();
        views.put("/worklist/" + visit.listed().get(0), "alert-view tbody tr");
        views.put("/devices", "[data-device]");
        views.put(PATCH, "ecg-strip.overview .trace");
        views.put(ANALYSER, "tbody tr >> nth=3");
        views.put("/quarantine", "quarantine-list .page");
        return views;
    }

    /** "/devices/serial%3AECG-0001" becomes "devices-ecg", an alert's address "worklist". */
    private static String name(String view) {
        String section = view.split("/", 3)[1];
        return view.equals(PATCH) ? "ecg" : view.equals(ANALYSER) ? "analyser" : section;
    }
}
