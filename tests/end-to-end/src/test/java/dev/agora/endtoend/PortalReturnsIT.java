package dev.agora.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dollars come back from an owner's account; two operators give them back as credits. */
@ExtendWith({NeedsChromium.class, RunningAgora.class})
class PortalReturnsIT {

  private static final int LOOKS_MAX = 100;

  private final Agora agora;
  private final PortalBrowser browser;

  PortalReturnsIT(Agora agora, PortalBrowser browser) {
    this.agora = agora;
    this.browser = browser;
  }

  @Test
  void oneOperatorAsksAnotherApprovesAndTheOwnerReadsIt() {
    Person owner = agora.newcomer("Paid");
    String conversion = ComingBack.keptAtStripe(agora, owner, earner(owner), "120");
    ComingBack.reverse(agora, conversion, 500);
    Page owners = page(owner);
    owners.navigate(browser.at("/portal/payouts"));
    reloadUntil(owners, "$5.00 came back");
    assertThat(owners.locator("#returns")).containsText("Next: nothing for you to do");

    oneAsks(conversion);
    owners.reload();
    assertThat(owners.locator("#returns")).containsText("Not decided");
    assertThat(owners.locator("#returns")).not().containsText("The bank account is closed.");

    String matter = card(conversion);
    Page second = page(agora.staff().second());
    second.navigate(browser.at("/portal/returned"));
    second.click(matter + "button:has-text('Approve for $5.00: credits back to the agent')");
    assertThat(second.locator("[role=status]")).containsText("Approved");
    reloadUntil(owners, "are back with");
    assertThat(owners.locator("#returns")).containsText("Earner");
    assertThat(owners.locator("#returns")).containsText("The bank account is closed.");
    owners.click("text=of this payout");
    assertThat(owners.locator("#returns")).containsText("Settled");
    for (int look = 0; look < LOOKS_MAX && second.content().contains(conversion); look++) {
      second.reload();
    }
    assertThat(second.locator(matter)).hasCount(0);
    agora.proof();
  }

  private void oneAsks(String conversion) {
    String matter = card(conversion);
    Page first = page(agora.staff().operator());
    first.navigate(browser.at("/portal/waiting"));
    assertThat(first.locator("#returned")).containsText("$5.00");
    first.click("text=Decide what becomes of them");
    reloadUntil(first, "To decide");
    first.selectOption(matter + "select[name=outcome]", "CREDITS");
    first.fill(matter + "input[name=reason]", "The bank account is closed.");
    first.click(matter + "button:has-text('Ask for it')");
    assertThat(first.locator("[role=status]")).containsText("Nothing has moved yet");
    assertThat(first.locator("main")).containsText("Waits for another operator");
    assertThat(first.locator(matter + "button:has-text('Approve')")).hasCount(0);
  }

  private static String card(String conversion) {
    return ".card:has-text('" + conversion + "') ";
  }

  private Agent earner(Person owner) {
    Agent agent = owner.createAgent("Earner");
    Person patron = agora.newcomer("Patron");
    Agent payer = patron.createAgent("Payer");
    patron.buy(payer, "pkg_50");
    payer.transfer(agent, "300").must(201);
    return agent;
  }

  private static void reloadUntil(Page page, String sentence) {
    for (int look = 0; look < LOOKS_MAX && !page.content().contains(sentence); look++) {
      page.reload();
    }
    assertThat(page.locator("main")).containsText(sentence);
  }

  private Page page(Person person) {
    Page page = browser.context(ColorScheme.LIGHT, 390, false).newPage();
    browser.signIn(page, person.email(), person.password());
    return page;
  }
}
