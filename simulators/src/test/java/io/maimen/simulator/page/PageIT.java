package io.maimen.simulator.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import io.maimen.simulator.clinic.Part;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A doctor's work on the worklist, on the whole running system. */
@ExtendWith(PageWorkbench.class)
class PageIT {
    private static Clinic clinic;
    private static Browser browser;

    @BeforeAll
    static void open(Clinic runningClinic, Browser openBrowser) {
        clinic = runningClinic;
        browser = openBrowser;
    }

    @Test
    void anAlertArrivesWithoutReloadAndIsHandledFromTheKeyboard() throws SimulatorException {
        try (Visit visit = visit().loggedIn()) {
            Page page = visit.page();
            page.evaluate("window.openedBeforeTheAlert = true");

            String alert = visit.nextAlert();
            Locator row = row(visit, alert);
            visit.walkTo(alert);
            assertThat(visit.find("alert-view .finding")).isVisible();
            visit.screenshot("worklist-alert-new");

            visit.press("a");
            assertThat(row).hasClass(Pattern.compile(".*\\backnowledged\\b.*"));
            assertThat(row).containsText("li 已接手");

            visit.press("s");
            assertThat(visit.find("alert-handling .refusal")).hasText("签署前请先选一个意见");
            visit.press("1", "s");
            assertThat(row).containsText("li 已首审");
            assertThat(visit.find("alert-handling .explained")).hasText("首审是你做的，二审须由另一位医生来做。");
            visit.screenshot("alert-first-reviewed");

            reviewedBySomeoneElse(alert);
            assertThat(row).containsText("wang 已二审");
            visit.press("c");
            assertThat(visit.find("alert-handling .refusal")).hasText("关闭前请写明处理结果或理由");
            visit.press("Escape", "1", "c");
            assertThat(row).hasCount(0);

            page.click("button[name=closed]");
            assertThat(row).containsText("已通知病人复测");
            assertThat(row).containsText(Pattern.compile("li \\d\\d:\\d\\d:\\d\\d"));
            assertThat(visit.find(".history"))
                    .containsText(Pattern.compile(
                            "系统打开.*接手 li.*首审 li\\s*属实.*二审 wang\\s*转诊.*县医院门诊.*关闭 li.*已通知病人复测", Pattern.DOTALL));
            visit.screenshot("worklist-alert-closed");

            assertEquals(
                    true, page.evaluate("window.openedBeforeTheAlert"), "the page must not have been loaded again");
            assertEquals(List.of(), visit.complaints());
        }
    }

    private static void reviewedBySomeoneElse(String alert) {
        try (Visit second = visit().loggedIn(Staff.WANG)) {
            row(second, alert).click();
            second.settle("alert-handling textarea");
            second.press("3", "Enter");
            second.find("alert-handling textarea").fill("同意，转县医院门诊");
            second.press("Control+Enter");
            assertThat(row(second, alert)).containsText("wang 已二审");
        }
    }

    /** What someone may not do is explained where it would be done. */
    @Test
    void whoMayNotTakeTheNextStepIsToldWhy() throws SimulatorException {
        try (Visit village = visit().loggedIn(Staff.ZHANG);
                Visit keeper = visit().loggedIn(clinic);
                Visit other = visit().loggedIn()) {
            String alert = other.nextAlert();
            row(keeper, alert).click();
            assertThat(keeper.find("alert-handling .explained")).containsText("管理员可以看，不能接手");

            row(other, alert).click();
            other.settle("alert-handling button");
            other.press("a");
            other.settle("alert-handling [name=first-review]:enabled");
            other.press("4", "s");
            row(village, alert).click();
            assertThat(village.find("alert-handling .explained")).containsText("二审须由县级审阅或医院专家来做");
        }
    }

    /** What two doctors see of each other: who was first, without asking. */
    @Test
    void whatOneDoctorTakesTheOtherSeesTaken() throws SimulatorException {
        try (Visit first = visit().loggedIn();
                Visit second = visit().loggedIn()) {
            String alert = first.nextAlert();
            assertThat(row(second, alert)).isVisible();
            row(first, alert).click();
            first.press("a");
            assertThat(row(second, alert)).containsText("li 已接手");
        }
    }

    @Test
    void rowsStandStillWhileThePointerMovesOverThem() throws SimulatorException {
        try (Visit visit = visit().loggedIn()) {
            visit.nextAlert();
            Locator list = visit.find(".list");
            list.evaluate("list => { const move = () => list.dispatchEvent(new PointerEvent('pointermove'));"
                    + " move(); list.moving = setInterval(move, 100) }");
            List<String> before = visit.listed();

            assertThat(visit.find(".waiting")).containsText("新告警");
            assertEquals(before, visit.listed());

            list.evaluate(
                    "list => { clearInterval(list.moving); list.dispatchEvent(new PointerEvent('pointerleave')) }");
            assertThat(visit.find(".waiting")).isEmpty();
            assertTrue(visit.listed().size() > before.size(), "what waited must be listed now");
        }
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        try (Visit visit = visit()) {
            visit.login("admin", "not the password");
            assertThat(visit.find("[role=alert]")).hasText("用户名或密码不对");
            assertThat(visit.find("header")).hasCount(0);
            visit.screenshot("login-refused");
            assertEquals(List.of(), visit.complaints());
        }
    }

    @Test
    void aLostServerIsToldAndWhatWasMissedIsCaughtUp() throws SimulatorException, InterruptedException {
        try (Visit visit = visit().loggedIn()) {
            visit.nextAlert();
            clinic.kill(Part.SERVER);
            try {
                assertThat(visit.find(".offline"))
                        .containsText(Pattern.compile("连接中断.*停在 \\d\\d:\\d\\d:\\d\\d，可能已经过时"));
                visit.screenshot("connection-lost");
                visit.page().route("**/api/**", Route::abort);
            } finally {
                clinic.start(Part.SERVER);
            }
            String missed = alertThatOnlyOthersSaw(visit);

            visit.page().unroute("**/api/**");
            assertThat(row(visit, missed)).isVisible();
            assertThat(visit.find(".offline")).hasCount(0);
        }
    }

    private static String alertThatOnlyOthersSaw(Visit cutOff) throws SimulatorException {
        try (Visit other = visit().loggedIn()) {
            // Not merely the other's next one: its list may still be on its way, and bring what both have known.
            String alert = other.alertBeside(cutOff.listed());
            assertFalse(cutOff.listed().contains(alert), "the page that is cut off must not know it");
            assertThat(cutOff.find(".offline")).isVisible();
            return alert;
        }
    }

    private static Visit visit() {
        return browser.visit(clinic.address().toString());
    }

    private static Locator row(Visit visit, String alert) {
        return visit.find("[data-alert='" + alert + "']");
    }
}
