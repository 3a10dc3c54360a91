package io.maimen.simulator.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, set up as a doctor in China has it. Confined to one thread. */
final class Browser implements AutoCloseable {
    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /** Nothing but the page may use the network, and no sandbox is needed for our own page. */
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic");

    private static final double PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(OPTIONS));
    }

    static Browser open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** A reader who was never here before, looking at {@code address}. */
    Visit visit(String address) {
        return visit(address, ColorScheme.LIGHT);
    }

    Visit visit(String address, ColorScheme colours) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1720, 960)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(colours)
                // Its certificate is the clinic's own; that it is the right one is tested where programs connect.
                .setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE_MS);
        return new Visit(context, address);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
