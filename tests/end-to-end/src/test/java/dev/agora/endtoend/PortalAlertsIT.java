package dev.agora.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An owner wants to be told of a low balance, and is: once, by mail and by webhook; and reads so
 * where their program takes no calls.
 */
@ExtendWith({NeedsChromium.class, RunningAgora.class})
class PortalAlertsIT {

  private static final int LOOKS_MAX = 60;

  private final Agora agora;
  private final PortalBrowser browser;
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private volatile int status = 200;

  PortalAlertsIT(Agora agora, PortalBrowser browser) {
    this.agora = agora;
    this.browser = browser;
  }

  @Test
  void anOwnerIsToldOnceOfALowBalance() throws IOException {
    Person owner = agora.newcomer("Watchful");
    Agent agent = owner.createAgent("Spender");
    owner.buy(agent, "pkg_10");
    Agent payee = agora.newcomer("Payee").createAgent("Payee");
    HttpServer program = program();
    Page page = withProgram(owner, program);
    assertThat(page.locator("#webhook-secret")).containsText("agora_webhook_");
    page.reload();
    assertThat(page.locator("#webhook-secret")).hasCount(0);
    page.fill("input[name=threshold]", "90");
    page.check("input[name=webhook]");
    page.click("button:has-text('Tell me')");
    assertThat(page.locator("#rules")).containsText("Balance below 90");
    assertThat(page.locator("#rules")).containsText("Watching");
    change(page, "85");
    assertThat(page.locator("[role=status]")).containsText("Changed");

    agent.transfer(payee, "20").must(201);
    Awaitility.await().until(() -> !heard.isEmpty());
    for (int i = 0; i < 5; i++) {
      agent.transfer(payee, "1").must(201);
    }
    reloadUntil(page, "answered 200");
    assertThat(page.locator("#history")).containsText("Balance below 85");
    assertThat(page.locator("#history tbody tr")).hasCount(1);
    assertThat(page.locator("#rules")).containsText("Told, waits");
    assertThat(heard)
        .singleElement()
        .asString()
        .contains(agent.id(), "\"figure\":\"80\"", "\"test\":false");
    page.click("button:has-text('Remove')");
    assertThat(page.locator("#rules")).containsText("None yet");
    program.stop(0);
  }

  @Test
  void anOwnerReadsThatTheirProgramTakesNoCallsUntilItDoes() throws IOException {
    Person owner = agora.newcomer("Forgetful");
    owner.createAgent("Quiet");
    HttpServer program = program();
    Page page = withProgram(owner, program);
    page.fill("input[name=threshold]", "1");
    page.check("input[name=webhook]");
    page.click("button:has-text('Tell me')");

    status = 500;
    page.click("#rules button:has-text('Test')");
    reloadUntil(page, "answered 500");
    assertThat(page.locator("#webhook-failing")).containsText("answered 500");
    status = 200;
    page.click("#rules button:has-text('Test')");
    for (int look = 0; look < LOOKS_MAX && page.locator("#webhook-failing").count() > 0; look++) {
      page.reload();
    }
    assertThat(page.locator("#webhook-failing")).hasCount(0);
    program.stop(0);
  }

  @Test
  void anOwnerChangesAThresholdAndARuleThatHasSpokenWatchesAgain() {
    Person owner = agora.newcomer("Undecided");
    Agent agent = owner.createAgent("Saver");
    owner.buy(agent, "pkg_10");
    Agent payee = agora.newcomer("Payee").createAgent("Payee");
    Page page = browser.context(ColorScheme.LIGHT, 390, false).newPage();
    browser.signIn(page, owner.email(), owner.password());
    page.navigate(browser.at("/portal/alerts"));
    page.fill("input[name=threshold]", "95");
    page.click("button:has-text('Tell me')");
    agent.transfer(payee, "20").must(201);
    reloadUntil(page, "Told, waits");

    change(page, "10");
    assertThat(page.locator("#rules")).containsText("Balance below 10");
    assertThat(page.locator("#rules")).containsText("Watching");
    change(page, "nothing");
    assertThat(page.locator("[role=alert]")).isVisible();
    assertThat(page.locator("#rules")).containsText("Balance below 10");
  }

  private Page withProgram(Person owner, HttpServer program) {
    Page page = browser.context(ColorScheme.LIGHT, 390, false).newPage();
    browser.signIn(page, owner.email(), owner.password());
    page.navigate(browser.at("/portal/alerts"));
    page.fill("input[name=url]", "http://127.0.0.1:" + program.getAddress().getPort() + "/hook");
    page.click("text=Set it, and show its secret");
    return page;
  }

  private static void change(Page page, String threshold) {
    page.click("#rules summary");
    page.fill("input[name=newThreshold]", threshold);
    page.click("#rules button:has-text('Change it')");
  }

  private static void reloadUntil(Page page, String sentence) {
    for (int look = 0; look < LOOKS_MAX && !page.content().contains(sentence); look++) {
      page.reload();
    }
  }

  private HttpServer program() throws IOException {
    HttpServer program =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.createContext(
        "/hook",
        exchange -> {
          heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    program.start();
    return program;
  }
}
