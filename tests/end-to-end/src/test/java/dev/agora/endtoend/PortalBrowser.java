package dev.agora.endtoend;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People at the portal's pages, each in a context of their own of this machine's Chromium. */
final class PortalBrowser implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final int HEIGHT = 900;

  private final Playwright playwright;
  private final Browser browser;
  private final String origin;

  PortalBrowser(URI gateway) {
    // Passkeys and cookies belong to the name that people see.
    origin = "http://localhost:" + gateway.getPort();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
  }

  static Optional<Path> installed() {
    return Optional.of(PROGRAM).filter(Files::isExecutable);
  }

  String at(String path) {
    return origin + path;
  }

  BrowserContext context(ColorScheme scheme, int width, boolean script) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, HEIGHT)
                .setJavaScriptEnabled(script));
    context.setDefaultTimeout(20_000);
    return context;
  }

  /** Somebody who sees well, at a desk. */
  Page visitor() {
    return context(ColorScheme.LIGHT, 1280, true).newPage();
  }

  /** Puts a device with a willing finger at the page. */
  void addPasskeyDevice(Page page) {
    JsonObject device = new JsonObject();
    device.addProperty("protocol", "ctap2");
    device.addProperty("transport", "internal");
    device.addProperty("hasResidentKey", true);
    device.addProperty("hasUserVerification", true);
    device.addProperty("isUserVerified", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", device);
    CDPSession devTools = page.context().newCDPSession(page);
    devTools.send("WebAuthn.enable");
    devTools.send("WebAuthn.addVirtualAuthenticator", arguments);
  }

  void signIn(Page page, String email, String password) {
    page.navigate(at("/portal/sign-in"));
    page.fill("input[name=email]", email);
    page.fill("input[name=password]", password);
    page.click("main button");
    page.waitForURL("**/portal/overview");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
