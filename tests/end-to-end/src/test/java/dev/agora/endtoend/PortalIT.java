package dev.agora.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with the portal, in a real browser on the running system. */
@ExtendWith({NeedsChromium.class, RunningAgora.class})
class PortalIT {

  private static final String CARD = "4242 4242 4242 4242";
  private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);

  private static final List<String> OF_ONES_OWN_AGENTS =
      List.of(
          "/portal/overview",
          "/portal/credits",
          "/portal/transactions",
          "/portal/analytics",
          "/portal/orders",
          "/portal/subscriptions",
          "/portal/alerts",
          "/portal/payouts");

  private final Agora agora;
  private final PortalBrowser browser;

  PortalIT(Agora agora, PortalBrowser browser) {
    this.agora = agora;
    this.browser = browser;
  }

  @Test
  void aHumanClaimsAnAgentFundsItBoundsItAndIsPaidOut() throws IOException {
    Page page = browser.visitor();
    String email = "portal-" + UUID.randomUUID() + "@agora.example";
    signUp(page, email);
    browser.signIn(page, email, Agora.PASSWORD);
    assertThat(page.locator("main")).containsText("You have no agent yet");

    Answer scout =
        agora.anyone().post("/api/v1/agents/register", Map.of("name", "Scout")).must(201);
    String id = scout.text("/agent/id");
    claim(page, scout.text("/claimCode"));
    buy(page, "Buy for $10.00");
    assertThat(page.locator("#steps")).containsText("The credits are there", PATIENTLY);
    page.navigate(browser.at("/portal/agents/" + id));
    assertThat(page.locator("#available")).hasText("100");

    Person other = agora.newcomer("Other");
    Agent writer = other.createAgent("Writer");
    bound(page, agora.anyone().as(scout.text("/key")), writer);

    other.buy(writer, "pkg_50");
    writer.api().post("/api/v1/credits/transfer", Map.of("to", id, "amount", "200")).must(201);
    convert(page, "150");
    assertThat(page.locator("#steps")).containsText("At your bank", PATIENTLY);

    page.navigate(browser.at("/portal/transactions?agent=" + id));
    Download csv = page.waitForDownload(() -> page.click("#csv"));
    assertThat(Files.readAllLines(csv.path())).hasSizeGreaterThan(4);
  }

  @Test
  void whatIsWrongComesBackWithAdviceAndWhatWasEntered() {
    Person person = agora.newcomer("Clumsy");
    person.createAgent("Small");
    Page page = browser.visitor();
    page.navigate(browser.at("/portal/sign-in"));
    page.fill("input[name=email]", person.email());
    page.fill("input[name=password]", "not the password");
    page.click("main button");
    assertThat(page.locator("[role=alert]")).containsText("wrong");
    assertThat(page.locator("input[name=email]")).hasValue(person.email());
    assertThat(page.locator("input[name=password]")).hasValue("");

    browser.signIn(page, person.email(), person.password());
    page.navigate(browser.at("/portal/credits"));
    page.fill("input[name=amountUsd]", "4");
    page.click("button:text-is('Buy')");

    assertThat(page.locator("[role=alert]")).isVisible();
    assertThat(page.locator("input[name=amountUsd]")).hasValue("4");
  }

  @Test
  void whoeverIsLinkedToAnAgentSeesItButNotItsMoney() {
    Person owner = agora.newcomer("Owner");
    Agent agent = owner.createAgent("Shared");
    Person friend = agora.newcomer("Helper");
    String humans = "/api/v1/agents/" + agent.id() + "/humans";
    owner.api().post(humans, Map.of("email", friend.email())).must(202);
    Page page = browser.visitor();
    browser.signIn(page, friend.email(), friend.password());
    page.navigate(browser.at("/portal/agents"));
    page.click("text=Accept");
    assertThat(page.locator("h1")).containsText("Shared");
    assertThat(page.locator("main")).containsText("somebody else owns it");

    for (String path : OF_ONES_OWN_AGENTS) {
      assertThat(page.navigate(browser.at(path)).status()).as(path).isEqualTo(200);
      assertThat(page.locator("main")).not().containsText("Shared");
    }
    page.navigate(browser.at("/portal/agents/" + agent.id()));
    page.click("button:has-text('Leave')");

    assertThat(page.locator("main")).containsText("You have no agent yet");
  }

  @Test
  void noTokenReachesTheBrowserAndTheApiGetsNoCookie() {
    Person person = agora.newcomer("Careful");
    Page page = browser.visitor();
    browser.signIn(page, person.email(), person.password());

    assertThat(page.context().cookies())
        .singleElement()
        .satisfies(
            cookie -> {
              assertThat(cookie.name).isEqualTo("agora_portal");
              assertThat(cookie.httpOnly).isTrue();
              assertThat(cookie.value).doesNotContain("agora_session");
            });
    assertThat(page.content()).doesNotContain("agora_session_");
    assertThat(page.evaluate("() => fetch('/api/v1/me').then((answer) => answer.status)"))
        .isEqualTo(401);
  }

  private void signUp(Page page, String email) {
    page.navigate(browser.at("/portal"));
    page.waitForURL("**/portal/sign-in");
    page.click("text=Make an account");
    page.fill("input[name=name]", "Ada");
    page.fill("input[name=email]", email);
    page.fill("input[name=password]", Agora.PASSWORD);
    page.click("main button");
    assertThat(page.locator("[role=status]")).containsText("Almost there");
  }

  private void claim(Page page, String code) {
    page.navigate(browser.at("/portal/agents"));
    page.fill("input[name=claimCode]", code);
    page.click("text=Claim it");
    assertThat(page.locator("h1")).containsText("Scout");
  }

  /** The agent spends, meets its limit, and is frozen for a while. */
  private static void bound(Page page, Api scout, Agent payee) {
    Map<String, String> twenty = Map.of("to", payee.id(), "amount", "20");
    scout.post("/api/v1/credits/transfer", twenty).must(201);
    page.reload();
    assertThat(page.locator("#available")).hasText("80");

    page.fill("input[name=daily]", "30");
    page.click("text=Set the limits");
    assertThat(page.locator("main")).containsText("10 left");
    assertThat(scout.post("/api/v1/credits/transfer", twenty).text("/code"))
        .isEqualTo("limit_exceeded");

    page.click("text=Freeze it now");
    assertThat(page.locator("h1")).containsText("Frozen");
    assertThat(scout.post("/api/v1/credits/transfer", twenty).text("/code"))
        .isEqualTo("agent_frozen");
    page.click("button:has-text('Unfreeze')");
    assertThat(page.locator("h1")).containsText("Active");
  }

  private void buy(Page page, String button) {
    page.navigate(browser.at("/portal/credits"));
    page.click("text=" + button);
    page.fill("input[name=card]", CARD);
    page.press("input[name=card]", "Enter");
    page.waitForURL("**/portal/credits/pur_*");
  }

  private void convert(Page page, String credits) {
    page.navigate(browser.at("/portal/payouts"));
    page.click("text=Set it up at Stripe");
    page.click("button >> nth=0");
    page.waitForURL("**/portal/payouts");
    for (int look = 0; look < 60 && !page.content().contains(">Active<"); look++) {
      page.reload();
    }
    page.fill("input[name=credits]", credits);
    page.click("text=See what it brings");
    page.click("text=Convert into $");
    page.waitForURL("**/portal/payouts/cnv_*");
  }
}
