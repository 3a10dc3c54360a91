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
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every view has to be: in one language, readable for all, usable on a small screen. Saves a picture of each. */
@ExtendWith(PageWorkbench.class)
class PageLooksIT {
    private static final Set<String> BARRIERS = Set.of("serious", "critical");
    private static final String PATCH = "/devices/serial%3A" + PageWorkbench.PATCH;
    private static final String ANALYSER = "/devices/serial%3A" + PageWorkbench.ANALYSER;

    private static final Map<String, String> KEEPERS_VIEWS = Map.of(
            "/admin/users", "[data-user]",
            "/admin/organisations", "[data-organisation]",
            "/admin/gateways", "[data-gateway]",
            "/admin/audit", "admin-audit tbody tr");

    private static Clinic clinic;
    private static Browser browser;

    private static String patient;

    @BeforeAll
    static void open(Clinic runningClinic, Browser openBrowser) {
        clinic = runningClinic;
        browser = openBrowser;
        try (Visit visit = visit(ColorScheme.LIGHT).loggedIn()) {
            Reception reception = new Reception(visit);
            patient = reception.admit("周桂华", "410324195811210046", "HC-17754");
            reception.enter("131", "82", 40);
            reception.enter("128", "79", 2);
        }
    }

    @Test
    void nothingStandsInTheWayOfAReaderWhoSeesOrHearsDifferently() throws SimulatorException {
        try (Visit doctor = visit(ColorScheme.LIGHT);
                Visit keeper = visit(ColorScheme.LIGHT)) {
            doctor.settle(".login form");
            assertEquals(List.of(), barriers(doctor, "login"));
            forEach(doctor.loggedIn(), doctorsViews(doctor), view -> assertEquals(List.of(), barriers(doctor, view)));
            forEach(keeper.loggedIn(clinic), KEEPERS_VIEWS, view -> assertEquals(List.of(), barriers(keeper, view)));
        }
    }

    private static List<String> barriers(Visit visit, String view) {
        return found(new AxeBuilder(visit.page()), view);
    }

    private static List<String> illegible(Visit visit, String view) {
        return found(new AxeBuilder(visit.page()).withRules(List.of("color-contrast")), view);
    }

    private static List<String> found(AxeBuilder axe, String view) {
        return axe
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

    /** In the dark only the colours differ, so there the contrast is what is judged. */
    @Test
    void everyViewSpeaksTheChosenLanguageOnlyAndIsLegibleInTheDark() throws SimulatorException {
        try (Visit doctor = visit(ColorScheme.LIGHT);
                Visit keeper = visit(ColorScheme.LIGHT)) {
            doctor.settle(".login form");
            assertEquals(List.of(), ReadableText.strangersIn(doctor.text(), "zh"));
            speaksBoth(doctor.loggedIn(), doctorsViews(doctor));
            speaksBoth(keeper.loggedIn(clinic), KEEPERS_VIEWS);
        }
    }

    private static void speaksBoth(Visit visit, Map<String, String> views) {
        forEach(visit, views, view -> speaks(visit, view, "zh", "light"));
        visit.switchLanguage();
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        forEach(visit, views, view -> {
            speaks(visit, view, "en", "dark");
            assertEquals(List.of(), illegible(visit, view));
        });
        assertEquals(List.of(), visit.complaints());
    }

    private static void speaks(Visit visit, String view, String language, String colours) {
        assertEquals(List.of(), ReadableText.strangersIn(visit.text(), language), view);
        visit.screenshot(name(view) + "-" + language + "-" + colours);
    }

    @Test
    void noScreenNeedsSidewaysScrolling() throws SimulatorException {
        try (Visit doctor = visit(ColorScheme.LIGHT).loggedIn();
                Visit keeper = visit(ColorScheme.LIGHT).loggedIn(clinic)) {
            Map<String, String> views = doctorsViews(doctor);
            for (int widthPixels : List.of(1280, 390)) {
                forEach(doctor, views, view -> fits(doctor, view, widthPixels));
                forEach(keeper, KEEPERS_VIEWS, view -> fits(keeper, view, widthPixels));
            }
        }
    }

    private static void fits(Visit visit, String view, int widthPixels) {
        visit.page().setViewportSize(widthPixels, 860);
        assertEquals(
                widthPixels,
                visit.page()
                        .evaluate(
                                "Math.max(...[...document.querySelectorAll('body, main, .page, .detail, .list')]"
                                        + ".map(part => part.scrollWidth + document.documentElement.clientWidth - part.clientWidth))"),
                view + " at " + widthPixels);
        visit.screenshot(name(view) + "-" + widthPixels);
    }

    private static void forEach(Visit visit, Map<String, String> views, Consumer<String> look) {
        views.forEach((view, complete) -> {
            visit.go(view);
            visit.settle(complete);
            look.accept(view);
        });
    }

    private static Visit visit(ColorScheme colours) {
        return browser.visit(clinic.address().toString(), colours);
    }

    /** The address of each view, and what is there when it is complete. */
    private static Map<String, String> doctorsViews(Visit visit) {
        Map<String, String> views = new LinkedHashMap<>();
        visit.go("/worklist");
        assertThat(visit.find(".row").first()).isVisible();
        views.put("/worklist/" + visit.listed().get(0), "alert-view tbody tr");
        views.put("/patients", "[data-patient]");
        views.put(patient, "blood-pressure-chart .reading");
        visit.go("/inbox");
        views.put(
                "/bytes/" + visit.find("[data-reading]").first().getAttribute("data-reading"),
                "frame-view .dump .field");
        views.put("/inbox", "[data-reading]");
        views.put("/devices", "[data-device]");
        views.put(PATCH, "ecg-strip.overview .trace");
        views.put(ANALYSER, "tbody tr >> nth=3");
        views.put("/quarantine", "quarantine-list .page");
        views.put("/me", "my-account form");
        return views;
    }

    /** A file name: "/devices/serial%3AECG-0001" becomes "ecg", an alert's address "worklist". */
    private static String name(String view) {
        if (view.equals(PATCH) || view.equals(ANALYSER)) {
            return view.equals(PATCH) ? "ecg" : "analyser";
        }
        return view.equals(patient)
                ? "patient"
                : view.substring(1).replaceFirst("^(worklist|bytes)/.*", "$1").replace('/', '-');
    }
}
