package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page weighs without a cache, whether it jumps, and how long it takes to come. */
@ExtendWith({NeedsChromium.class, RunningAgora.class})
class PortalSpeedIT {

  private static final long WEIGHT_MAX = 150 * 1024;
  private static final int TIMES = 20;
  private static final double QUANTILE = 0.95;

  /** Below this nobody sees that anything moved. */
  private static final double SHIFT_MAX = 0.001;

  private static final String WATCH_SHIFTS =
      """
      window.shifted = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
        window.shifted += entry.value;
      })).observe({type: 'layout-shift', buffered: true});
      """;

  private record Measured(String path, long bytes, double shift, long p95Millis) {

    @Override
    public String toString() {
      return "%-40s %7d bytes, shift %.4f, p95 %d ms".formatted(path, bytes, shift, p95Millis);
    }
  }

  @Test
  void pagesAreLightAndDoNotJump(Agora agora, PortalBrowser browser) throws IOException {
    Person person = agora.newcomer("Quick");
    Agent agent = person.createAgent("Busy");
    person.buy(agent, "pkg_50");
    Agent payee = agora.newcomer("Payee").createAgent("Payee");
    for (int i = 0; i < 60; i++) {
      agent
          .api()
          .post("/api/v1/credits/transfer", Map.of("to", payee.id(), "amount", "1"))
          .must(201);
    }
    List<Measured> measured = measure(browser, person, pages(agent));
    List<String> lines = measured.stream().map(Measured::toString).toList();
    lines.forEach(System.out::println);
    Path folder = Files.createDirectories(Path.of("target", "portal"));
    Files.write(folder.resolve("speed.txt"), lines);
    assertThat(measured)
        .allSatisfy(
            one -> {
              assertThat(one.bytes()).as(one.path()).isBetween(1_000L, WEIGHT_MAX);
              assertThat(one.shift()).as(one.path()).isLessThan(SHIFT_MAX);
            });
  }

  private static List<String> pages(Agent agent) {
    return List.of(
        "/portal/overview",
        "/portal/agents",
        "/portal/agents/" + agent.id(),
        "/portal/credits",
        "/portal/transactions",
        "/portal/analytics",
        "/portal/orders",
        "/portal/market",
        "/portal/payouts",
        "/portal/receipts",
        "/portal/security");
  }

  private static List<Measured> measure(PortalBrowser browser, Person person, List<String> paths) {
    List<Measured> measured = new ArrayList<>();
    for (int width : List.of(390, 1280)) {
      BrowserContext context = browser.context(ColorScheme.LIGHT, width, true);
      context.addInitScript(WATCH_SHIFTS);
      Page page = context.newPage();
      browser.signIn(page, person.email(), person.password());
      paths.forEach(path -> measured.add(measure(browser, page, path)));
      context.close();
    }
    return measured;
  }

  private static Measured measure(PortalBrowser browser, Page page, String path) {
    AtomicLong bytes = new AtomicLong();
    CDPSession devTools = page.context().newCDPSession(page);
    devTools.send("Network.enable");
    JsonObject cold = new JsonObject();
    cold.addProperty("cacheDisabled", true);
    devTools.send("Network.setCacheDisabled", cold);
    devTools.on(
        "Network.loadingFinished",
        event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    page.navigate(browser.at(path));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    double shift = ((Number) page.evaluate("() => window.shifted")).doubleValue();
    devTools.detach();
    return new Measured(path, bytes.get(), shift, p95(browser, page, path));
  }

  private static long p95(PortalBrowser browser, Page page, String path) {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      page.request().get(browser.at(path)).dispose();
      millis.add((System.nanoTime() - start) / 1_000_000);
    }
    Collections.sort(millis);
    return millis.get((int) Math.ceil(QUANTILE * TIMES) - 1);
  }
}
