package dev.agora.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every money button: without JavaScript, and pressed twice. */
@ExtendWith({NeedsChromium.class, RunningAgora.class})
class PortalMoneyIT {

  private static final String CARD = "4242 4242 4242 4242";
  private static final int LOOKS_MAX = 60;

  private final Agora agora;
  private final PortalBrowser browser;

  PortalMoneyIT(Agora agora, PortalBrowser browser) {
    this.agora = agora;
    this.browser = browser;
  }

  @Test
  void buyingAndGivingBackNeedNoScript() {
    Person person = agora.newcomer("Plain");
    Agent agent = person.createAgent("Text");
    Page page = withoutScript(person);

    page.navigate(browser.at("/portal/credits"));
    page.click("text=Buy for $50.00");
    pay(page);
    page.waitForURL("**/portal/credits/pur_*");
    lookUntil(page, "The credits are there");
    page.click("text=Ask for the money back");
    page.click("text=Give back what is left of $50.00");
    assertThat(page.locator("[role=status]")).containsText("goes back to your card");
    reloadUntil(page, "$50.00 to your card");
    awaitAvailable(agent, "0");
  }

  @Test
  void aCardIsSavedAndTopsUpWithoutAScript() {
    Person person = agora.newcomer("Thrifty");
    Agent agent = person.createAgent("Small");
    Page page = withoutScript(person);

    page.navigate(browser.at("/portal/credits"));
    page.check("input[name=consent]");
    page.click("text=Save a card at Stripe");
    pay(page);
    page.waitForURL("**/portal/credits");
    page.navigate(browser.at("/portal/agents/" + agent.id() + "/top-up"));
    for (int look = 0; look < LOOKS_MAX && page.locator("select").count() == 0; look++) {
      page.reload();
    }
    page.fill("input[name=threshold]", "20");
    page.fill("input[name=amountUsd]", "10");
    page.fill("input[name=monthlyCeilingUsd]", "50");
    page.click("text=Charge the card by itself");
    assertThat(page.locator("main")).containsText("Below 20 credits");
    page.click("text=Turn it off");
    assertThat(page.locator("[role=status]")).containsText("Nothing is charged by itself");
  }

  @Test
  void aConversionNeedsNoScriptAndHappensOnce() {
    Person person = agora.newcomer("Saver");
    Agent agent = earned(person, "300");
    person.onboard();
    Page page = withoutScript(person);

    page.navigate(browser.at("/portal/payouts"));
    page.fill("input[name=credits]", "120");
    page.click("text=See what it brings");
    String quote = page.url();
    page.click("text=Convert into $");
    page.waitForURL("**/portal/payouts/cnv_*");
    lookUntil(page, "At your bank");
    assertThat(page.locator("#steps")).containsText("120 credits");

    Page hasty = browser.visitor();
    browser.signIn(hasty, person.email(), person.password());
    hasty.navigate(quote);
    press(hasty, "/portal/payouts/convert", Map.of());
    Answer conversions = person.api().get("/api/v1/billing/conversions").must(200);
    assertThat(conversions.body().at("/items").size()).isEqualTo(2);
    awaitAvailable(agent, "45");
  }

  @Test
  void anOwnerIsAskedBeforeALargeConversionAndSaysYesWithoutAScript() {
    Person person = agora.newcomer("Careful");
    Agent agent = earned(person, "300");
    person.onboard();
    Page page = withoutScript(person);
    page.navigate(browser.at("/portal/payouts"));
    page.fill("input[name=above]", "100");
    page.click("#approval button");
    assertThat(page.locator("#approval")).containsText("more than 100 credits, you are asked");

    agent.api().post("/api/v1/billing/convert-to-usd", Map.of("credits", "120")).must(202);
    page.navigate(browser.at("/portal/overview"));
    reloadUntil(page, "waits for your yes");
    page.click("text=Decide");
    page.click("button:has-text('Yes, send $')");
    assertThat(page.locator("[role=status]")).containsText("You said yes");
    lookUntil(page, "At your bank");
    page.navigate(browser.at("/portal/overview"));
    assertThat(page.locator("main")).not().containsText("waits for your yes");
  }

  @Test
  void aMoneyButtonPressedTwicePaysOnce() {
    Person person = agora.newcomer("Hasty");
    Agent agent = person.createAgent("Runner");
    Page page = browser.visitor();
    browser.signIn(page, person.email(), person.password());
    page.navigate(browser.at("/portal/credits"));
    press(page, "/portal/credits/buy", Map.of("offer", "pkg_10"));
    Answer purchases = person.api().get("/api/v1/billing/purchases").must(200);
    assertThat(purchases.body().at("/items").size()).isEqualTo(1);

    String bought = person.buy(agent, "pkg_50").text("/id");
    page.navigate(browser.at("/portal/credits/" + bought));
    page.click("text=Ask for the money back");
    press(page, "/portal/credits/" + bought + "/refund", Map.of());
    page.reload();
    reloadUntil(page, "$50.00 to your card");
    awaitAvailable(agent, "0");
    agora.proof();
  }

  /** An agent that has earned so much, less the fee. */
  private Agent earned(Person person, String credits) {
    Agent agent = person.createAgent("Earner");
    Person patron = agora.newcomer("Patron");
    Agent payer = patron.createAgent("Payer");
    patron.buy(payer, "pkg_50");
    payer.transfer(agent, credits).must(201);
    return agent;
  }

  private static void reloadUntil(Page page, String sentence) {
    for (int look = 0; look < LOOKS_MAX && !page.content().contains(sentence); look++) {
      page.reload();
    }
    assertThat(page.locator("main")).containsText(sentence);
  }

  private static void awaitAvailable(Agent agent, String credits) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(agent.balance().amount("/available")).isEqualByComparingTo(credits));
  }

  private Page withoutScript(Person person) {
    Page page = browser.context(ColorScheme.LIGHT, 390, false).newPage();
    browser.signIn(page, person.email(), person.password());
    return page;
  }

  private static void pay(Page page) {
    page.fill("input[name=card]", CARD);
    page.press("input[name=card]", "Enter");
  }

  private static void lookUntil(Page page, String sentence) {
    for (int look = 0; look < LOOKS_MAX && !page.content().contains(sentence); look++) {
      page.click("text=Look again");
      // A click waits for the next page to begin, not for all of it, and half a page says nothing.
      page.waitForLoadState();
    }
    assertThat(page.locator("#steps")).containsText(sentence);
  }

  /** Sends a form twice at the same moment, past everything that keeps people from it. */
  private static void press(Page page, String action, Map<String, String> fields) {
    page.evaluate(
        """
        ([action, fields]) => {
          const form = document.querySelector('form[action="' + action + '"]');
          const body = new URLSearchParams(new FormData(form));
          Object.entries(fields).forEach(([name, value]) => body.set(name, value));
          const press = () => fetch(form.action, {method: 'POST', body, redirect: 'manual'});
          return Promise.all([press(), press()]).then(() => true);
        }
        """,
        List.of(action, fields));
  }
}
