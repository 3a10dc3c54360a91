package io.maimen.simulator.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One reader's tab, and what its console complained of. Confined to one thread. */
final class Visit implements AutoCloseable {
    private static final Path SCREENSHOTS =
            Path.of(System.getProperty("maimen.home", ".."), "simulators/target/screenshots");
    /** How the browser itself reports a refusal or a lost line; the page is to cope with them, not to hide them. */
    private static final String REFUSED_BY_SERVER = "Failed to load resource";

    private static final int LONGEST_WALK = 100;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visit(BrowserContext context, String address) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(this::heard);
        page.navigate(address);
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(REFUSED_BY_SERVER)) {
            complaints.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    /** Errors of scripts, security policy and the like; empty on a sound page. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Fills in the form; whether it was right is seen afterwards. */
    void login(String username, String password) {
        page.fill("[name=username]", username);
        page.fill("[name=password]", password);
        page.click(".login .act");
    }

    /** Logs in as a doctor who may do everything doctors may. */
    Visit loggedIn() {
        return loggedIn(Staff.LI);
    }

    Visit loggedIn(Staff one) {
        return loggedIn(one.username(), Staff.PASSWORD);
    }

    /** Logs in as the first administrator. */
    Visit loggedIn(Clinic clinic) throws SimulatorException {
        return loggedIn(clinic.login().username(), clinic.login().password());
    }

    private Visit loggedIn(String username, String password) {
        login(username, password);
        settle("header .me");
        return this;
    }

    /** The alerts listed, by their identities, from the top. */
    List<String> listed() {
        return find("[data-alert]").all().stream()
                .map(row -> row.getAttribute("data-alert"))
                .toList();
    }

    /** Waits for an alert that is not listed yet, after those that are there; returns its identity. */
    String nextAlert() {
        find("[data-alert]").first().waitFor();
        return alertBeside(listed());
    }

    /** Waits for an alert that is none of these; returns its identity. */
    String alertBeside(List<String> known) {
        return (String) page.waitForFunction(
                        "known => [...document.querySelectorAll('[data-alert]')].map(row => row.dataset.alert).find(id => !known.includes(id))",
                        known)
                .jsonValue();
    }

    /** Opens a listed alert by the arrow keys. Others come meanwhile and push it about, so each step looks anew. */
    void walkTo(String alert) {
        for (int step = 0; step < LONGEST_WALK; step++) {
            List<String> listed = listed();
            String selected =
                    (String) page.evaluate("() => document.querySelector('.row.sel')?.dataset.alert ?? 'none'");
            if (selected.equals(alert)) {
                return;
            }
            press(listed.indexOf(selected) < listed.indexOf(alert) ? "ArrowDown" : "ArrowUp");
        }
        throw new AssertionError("alert " + alert + " must be reached by arrow keys but was not among " + listed());
    }

    /** Opens a view by its address after {@code #}, without loading the page anew. */
    void go(String view) {
        page.evaluate("view => { location.hash = view }", "#" + view);
    }

    /** Writes into the field of this name that stands first. */
    void fill(String name, String text) {
        find("[name=" + name + "]").first().fill(text);
    }

    /** A time a moment ago as a date-and-time field takes it, by the reader's clock: no seconds where there are none. */
    String localTimeMinutesAgo(int minutes) {
        return (String) page.evaluate(
                "minutes => { const at = new Date(Date.now() - minutes * 60000 - new Date().getTimezoneOffset() * 60000);"
                        + " return at.toISOString().slice(0, 19).replace(/:00$/, '') }",
                minutes);
    }

    /** Presses what asks "are you sure?", and says yes. */
    void clickAndAgree(Locator button) {
        page.onceDialog(Dialog::accept);
        button.click();
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void switchLanguage() {
        find("header button").first().click();
    }

    /** What the reader can read now, without what is only described to machines, and without records quoted verbatim. */
    String text() {
        return (String) page.evaluate("() => { const verbatim = [...document.querySelectorAll('[translate=no]')];"
                + " verbatim.forEach(part => { part.hidden = true }); const text = document.body.innerText;"
                + " verbatim.forEach(part => { part.hidden = false }); return text }");
    }

    /** Waits until nothing on the page still loads. */
    void settle(String selector) {
        assertThat(find(selector).first()).isVisible();
        page.waitForLoadState();
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
