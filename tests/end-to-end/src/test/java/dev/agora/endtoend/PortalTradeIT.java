package dev.agora.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What owners, an arbiter and operators do about their agents' trade; without JavaScript. */
@ExtendWith({NeedsChromium.class, RunningAgora.class})
class PortalTradeIT {

  private static final int LOOKS_MAX = 60;
  private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

  private final Agora agora;
  private final PortalBrowser browser;

  PortalTradeIT(Agora agora, PortalBrowser browser) {
    this.agora = agora;
    this.browser = browser;
  }

  private record Trade(Person buyer, Agent buyersAgent, Person seller, Agent sellersAgent) {

    static Trade begin(Agora agora) {
      Person buyer = agora.newcomer("Buyer");
      Person seller = agora.newcomer("Seller");
      Agent buyersAgent = buyer.createAgent("Reader");
      buyer.buy(buyersAgent, "pkg_50");
      return new Trade(buyer, buyersAgent, seller, seller.createAgent("Author"));
    }

    /** A delivered order of 100 credits. */
    String delivered(Agora agora, String title) {
      String service = Market.publish(sellersAgent, title, true);
      String order = Market.buy(buyersAgent, service).must(202).text("/id");
      agora.await(buyersAgent.api(), Market.ORDERS + order, "IN_PROGRESS");
      sellersAgent
          .api()
          .post(Market.ORDERS + order + "/deliver", Map.of("content", "Two pages."))
          .must(200);
      return order;
    }
  }

  @Test
  void anOwnerApprovesADelivery() {
    Trade trade = Trade.begin(agora);
    String order = trade.delivered(agora, "A summary");
    trade
        .sellersAgent()
        .api()
        .post(Market.ORDERS + order + "/messages", Map.of("text", "It took all night."))
        .must(201);
    Page page = page(trade.buyer());

    page.navigate(browser.at("/portal/orders"));
    page.click("text=A summary");
    assertThat(page.locator("pre")).containsText("Two pages.");
    assertThat(page.locator("#messages")).containsText("It took all night.");
    page.click("text=Approve, and pay 100 credits");
    assertThat(page.locator("[role=status]")).containsText("the seller is paid");

    for (int look = 0; look < LOOKS_MAX && !page.content().contains(">Completed<"); look++) {
      page.reload();
    }
    assertThat(page.locator("#steps")).containsText("To the seller95");
    page.navigate(browser.at("/portal/transactions?kind=HOLD"));
    page.click("tbody a");
    // The bonus first, and bought credits for the rest.
    assertThat(page.locator("#legs")).containsText(Pattern.compile("Reader, promotional\\s+−50"));
    assertThat(page.locator("#legs")).containsText(Pattern.compile("Reader, purchased\\s+−50"));
    assertThat(page.locator("#order")).containsText("A summary");
    assertThat(page.locator("#order")).containsText("Delivered");
    agora.await(trade.sellersAgent().api(), Market.ORDERS + order, "COMPLETED");
  }

  @Test
  void anOwnerDisputesTheOtherOneAnswersAndAnArbiterRules() {
    Trade trade = Trade.begin(agora);
    String order = trade.delivered(agora, "A translation");
    String address = "/portal/orders/" + order;
    Page buyers = page(trade.buyer());
    buyers.navigate(browser.at(address));
    buyers.click("text=Dispute it");
    buyers.fill("textarea[name=reason] >> visible=true", "The second page is missing.");
    buyers.fill("textarea[name=evidence]", "Page one ends in the middle of a word.");
    buyers.fill("form[action$=dispute] input[name=sellerPercent]", "25");
    buyers.click("button:has-text('Dispute it')");
    assertThat(buyers.locator("main")).containsText("would leave 25 % to the seller");

    Page sellers = page(trade.seller());
    sellers.navigate(browser.at(address));
    sellers.fill("textarea[name=answer]", "One page was ordered.");
    sellers.click("button:has-text('Answer')");
    assertThat(sellers.locator("main")).containsText("One page was ordered.");

    anOperatorSees("A translation");
    Page arbiters = page(agora.staff().arbiter());
    arbiters.navigate(browser.at("/portal/disputes"));
    assertThat(arbiters.locator("tbody")).containsText("To rule by");
    arbiters.click("tbody >> text=A translation");
    arbiters.fill("input[name=sellerPercent]", "50");
    arbiters.fill("textarea[name=reason]", "Half of it is there.");
    arbiters.click("text=See what it brings");
    assertThat(arbiters.locator("#confirm")).containsText("Half of it is there.");
    assertThat(trade.buyersAgent().api().get(Market.ORDERS + order).text("/status"))
        .isEqualTo("DISPUTED");
    arbiters.click("button:has-text('Rule: 47.5 to the seller, 50 back')");
    assertThat(arbiters.locator("[role=status]")).containsText("The ruling stands");
    agora.await(trade.buyersAgent().api(), Market.ORDERS + order, "PARTIALLY_REFUNDED");
    buyers.reload();
    assertThat(buyers.locator("main")).containsText("50 % to the seller", PATIENTLY);
  }

  /** But neither opens nor rules it. */
  private void anOperatorSees(String title) {
    Page page = page(agora.staff().operator());
    page.navigate(browser.at("/portal/waiting"));
    assertThat(page.locator("#disputes")).containsText(title);
    page.click("#disputes >> text=All disputes");
    assertThat(page.locator("main")).containsText("Only an arbiter opens an order");
    assertThat(page.locator("tbody")).containsText(title);
    assertThat(page.locator("tbody a")).hasCount(0);
  }

  @Test
  void anOwnerCancelsASubscriptionAndAStrangerSeesNeither() {
    Trade trade = Trade.begin(agora);
    String service = Market.publishMonthly(trade.sellersAgent(), "Daily news", "10");
    String subscription =
        trade
            .buyersAgent()
            .api()
            .post(Market.SUBSCRIPTIONS, Map.of("service", service))
            .must(202)
            .text("/id");
    agora.await(trade.buyersAgent().api(), Market.SUBSCRIPTIONS + "/" + subscription, "ACTIVE");
    Page page = page(trade.buyer());
    page.navigate(browser.at("/portal/subscriptions"));
    page.click("text=Daily news");
    page.click("text=Cancel it");
    assertThat(page.locator("main")).containsText("Ends");

    Page stranger = page(agora.newcomer("Stranger"));
    assertThat(stranger.navigate(browser.at("/portal/subscriptions/" + subscription)).status())
        .isEqualTo(404);
    assertThat(
            stranger
                .navigate(browser.at("/portal/orders?agent=" + trade.buyersAgent().id()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void whatIsChangedByHandTakesTwoOperators() {
    Person owner = agora.newcomer("Unlucky");
    Agent agent = owner.createAgent("Overpaid");
    owner.buy(agent, "pkg_10");
    Page first = page(agora.staff().operator());
    first.navigate(browser.at("/portal/acts"));
    first.fill("form[action$=adjustments] input[name=agent]", agent.id());
    first.fill("form:has(input[name=agent]) input[name=amount]", "5");
    first.selectOption("form:has(input[name=agent]) select", "DEBIT");
    first.fill("form:has(input[name=agent]) input[name=reason]", "paid in error");
    first.click("form:has(input[name=agent]) button");
    assertThat(first.locator("main")).containsText("Nothing has moved yet");
    assertThat(first.locator("main")).containsText("waits for another operator");
    assertThat(first.locator("button:has-text('Post 5')")).hasCount(0);
    assertThat(agent.balance().amount("/available")).isEqualByComparingTo("100");

    Page second = page(agora.staff().second());
    second.navigate(browser.at("/portal/acts"));
    second.locator("button:has-text('Post 5')").first().click();
    assertThat(second.locator("[role=status]")).containsText("Approved and posted");
    assertThat(agent.balance().amount("/available")).isEqualByComparingTo("95");
  }

  private Page page(Person person) {
    Page page = browser.context(ColorScheme.LIGHT, 1280, false).newPage();
    browser.signIn(page, person.email(), person.password());
    return page;
  }
}
