package io.maimen.simulator.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator keeps, and what everybody keeps alone: the own password. */
@ExtendWith(PageWorkbench.class)
class AdminIT {
    private static final String FIRST_PASSWORD = "three words and more";

    private Clinic clinic;
    private Browser browser;

    @BeforeEach
    void remember(Clinic runningClinic, Browser openBrowser) {
        clinic = runningClinic;
        browser = openBrowser;
    }

    @Test
    void aNewDoctorOfANewPlaceLogsInAndChangesThePassword() throws SimulatorException {
        try (Visit admin = administrator()) {
            admin.go("/admin/organisations");
            admin.find("[name=organisation] [name=kind]").selectOption("village");
            admin.fill("zh", "常湾村卫生室");
            admin.fill("en", "Changwan Village Clinic");
            admin.fill("id", "changwan");
            admin.press("Enter");
            assertThat(admin.find("[data-organisation=changwan]")).containsText("常湾村卫生室");

            admin.go("/admin/users");
            admin.fill("username", "chen");
            admin.fill("displayName", "陈医生");
            admin.find("form[name=user] [name=organisation]").selectOption("changwan");
            admin.fill("password", FIRST_PASSWORD);
            admin.press("Enter");
            assertThat(admin.find("[data-user=chen]")).containsText(Pattern.compile("陈医生.*村医.*常湾村卫生室", Pattern.DOTALL));
            assertEquals(List.of(), admin.complaints());
        }
        try (Visit doctor = browser.visit(clinic.address().toString())) {
            doctor.login("chen", FIRST_PASSWORD);
            assertThat(doctor.find("header .me")).containsText(Pattern.compile("陈医生.*村医 · 常湾村卫生室", Pattern.DOTALL));
            assertThat(doctor.find("header nav")).not().containsText("管理");
            doctor.go("/me");
            doctor.fill("old", FIRST_PASSWORD);
            doctor.fill("fresh", "another three words");
            doctor.fill("again", "another three words");
            doctor.press("Enter");
            assertThat(doctor.find("my-account [role=status]")).containsText("密码已更改");
            assertEquals(List.of(), doctor.complaints());
        }
    }

    @Test
    void aNewGatewayGetsACodeThatIsShownOnce() throws SimulatorException {
        try (Visit admin = administrator()) {
            admin.go("/admin/gateways");
            admin.find("form[name=gateway] [name=id]").fill("home-9");
            admin.press("Enter");
            Locator row = admin.find("[data-gateway=home-9]");
            assertThat(row).containsText("未登记");
            row.locator("[name=code]").click();
            assertThat(admin.find(".secret")).hasText(Pattern.compile("([0-9A-Z]{4}-){7}[0-9A-Z]{4}"));
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void whoeverIsShutOutStaysOut() throws SimulatorException {
        try (Visit admin = administrator()) {
            admin.go("/admin/users");
            admin.fill("username", "zhao");
            admin.fill("displayName", "赵医生");
            admin.fill("password", FIRST_PASSWORD);
            admin.press("Enter");
            Locator zhao = admin.find("[data-user=zhao]");
            assertThat(zhao).isVisible();
            admin.fill("username", "zhao");
            admin.fill("displayName", "另一位赵医生");
            admin.fill("password", FIRST_PASSWORD);
            admin.press("Enter");
            assertThat(admin.find("admin-users [role=alert]")).hasText("这个名字已经有人用了，请换一个（SRV-065）");
            admin.clickAndAgree(zhao.locator("[name=disable]"));
            assertThat(zhao).containsText("已停用");

            admin.go("/admin/gateways");
            admin.find("form[name=gateway] [name=id]").fill("lost-1");
            admin.press("Enter");
            Locator lost = admin.find("[data-gateway=lost-1]");
            lost.locator("[name=revoke]").click();
            lost.locator("[name=reason]").fill("设备遗失");
            admin.press("Enter");
            assertThat(lost).containsText("已吊销");
            assertThat(lost.locator("[name=revoke]")).hasCount(0);

            admin.go("/admin/audit");
            Locator entries = admin.find("admin-audit tbody tr");
            assertThat(entries.nth(0)).containsText(Pattern.compile("吊销.*lost-1.*设备遗失", Pattern.DOTALL));
            assertEquals(List.of(), admin.complaints());
        }
        try (Visit shutOut = browser.visit(clinic.address().toString())) {
            shutOut.login("zhao", FIRST_PASSWORD);
            assertThat(shutOut.find("[role=alert]")).hasText("用户名或密码不对");
        }
    }

    @Test
    void theAuditTellsWhoDidWhat() throws SimulatorException {
        try (Visit admin = administrator()) {
            admin.go("/admin/audit");
            assertThat(admin.find("admin-audit tbody tr")
                            .filter(new Locator.FilterOptions().setHasText("登录"))
                            .first())
                    .containsText("admin");
            admin.screenshot("admin-audit");
            assertEquals(List.of(), admin.complaints());
        }
    }

    private Visit administrator() throws SimulatorException {
        Visit visit = browser.visit(clinic.address().toString());
        visit.login(clinic.login().username(), clinic.login().password());
        visit.settle("header .me");
        return visit;
    }
}
