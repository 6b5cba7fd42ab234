package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page, in light and dark, on a phone and at a desk; a picture of each is kept. */
@ExtendWith({NeedsChromium.class, RunningAgora.class})
class PortalPagesIT {

  private static final Set<String> BAD = Set.of("serious", "critical");
  private static final List<Integer> WIDTHS = List.of(1280, 390);
  private static final int HEIGHT = 900;
  private static final Path PICTURES = Path.of("target", "portal");
  private static final String ORDER = "/portal/orders/";
  private static final List<String> OUTSIDE =
      List.of("/portal/sign-in", "/portal/sign-up", "/portal/code", "/portal/sign-in/passkey");
  private static final List<String> OPERATORS =
      List.of(
          "/portal/platform",
          "/portal/waiting",
          "/portal/acts",
          "/portal/roles",
          "/portal/disputes",
          "/portal/returned");

  @Test
  void everyPageIsReadableByEverybody(Agora agora, PortalBrowser browser) {
    List<String> found = new ArrayList<>();
    Person person = agora.newcomer("Pages");
    List<String> inside = pagesOf(agora, person);
    Person operator = agora.staff().operator();
    Person arbiter = agora.staff().arbiter();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      BrowserContext context = browser.context(scheme, WIDTHS.getFirst(), true);
      Page page = context.newPage();
      String light = scheme.name().toLowerCase(Locale.ROOT);
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              found.add(light + " " + page.url() + " console: " + message.text());
            }
          });
      OUTSIDE.forEach(path -> visit(browser.at(path), page, light, found));
      browser.signIn(page, person.email(), person.password());
      inside.forEach(path -> visit(browser.at(path), page, light, found));
      page.click("text=Sign out");
      browser.signIn(page, operator.email(), operator.password());
      OPERATORS.forEach(path -> visit(browser.at(path), page, light, found));
      page.click("text=Sign out");
      browser.signIn(page, arbiter.email(), arbiter.password());
      rule(browser.at("/portal/disputes?order=" + disputed(inside)), page, light, found);
      context.close();
    }
    assertThat(found).isEmpty();
  }

  private static String disputed(List<String> pages) {
    return pages.stream()
        .filter(path -> path.startsWith(ORDER))
        .findFirst()
        .orElseThrow()
        .substring(ORDER.length());
  }

  private static void visit(String address, Page page, String light, List<String> found) {
    int status = page.navigate(address).status();
    if (status != 200) {
      found.add(light + " " + address + " is " + status);
    }
    for (int width : WIDTHS) {
      page.setViewportSize(width, HEIGHT);
      look(page, light + "-" + width, found);
    }
  }

  /** The page of a dispute, and the same with a ruling to confirm. */
  private static void rule(String address, Page page, String light, List<String> found) {
    visit(address, page, light, found);
    page.fill("input[name=sellerPercent]", "50");
    page.fill("textarea[name=reason]", "Half of it is there.");
    page.click("text=See what it brings");
    page.waitForSelector("#confirm");
    for (int width : WIDTHS) {
      page.setViewportSize(width, HEIGHT);
      look(page, "confirm-" + light + "-" + width, found);
    }
  }

  private static void look(Page page, String where, List<String> found) {
    String path = page.url().replaceFirst("https?://[^/]*", "");
    String name = path.replaceAll("([a-z]+)_[0-9a-f]+", "$1").replaceAll("[/?=&]+", "_");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(where + name + ".png")));
    Object sideways =
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    if (Boolean.TRUE.equals(sideways)) {
      found.add(where + " " + path + " scrolls sideways");
    }
    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
      if (BAD.contains(rule.getImpact())) {
        String html = rule.getNodes().getFirst().getHtml();
        found.add(where + " " + path + " axe: " + rule.getId() + " " + html);
      }
    }
  }

  /** Somebody who has something of everything. */
  private static void limitAndWatch(Person person, Agent agent) {
    person.api().put("/api/v1/agents/" + agent.id() + "/limits", Map.of("daily", "200")).must(200);
    person
        .api()
        .post(
            "/api/v1/alerts/rules",
            Map.of("agent", agent.id(), "kind", "SPENT_TODAY", "threshold", "30", "mail", true))
        .must(201);
    watchByProgram(person, agent.id());
  }

  /** A program that nobody runs: its owner reads so. */
  private static void watchByProgram(Person person, String agent) {
    person.api().put("/api/v1/alerts/webhook", Map.of("url", "http://127.0.0.1:1/hook")).must(200);
    String rule =
        person
            .api()
            .post(
                "/api/v1/alerts/rules",
                Map.of("agent", agent, "kind", "LOW_BALANCE", "threshold", "1", "webhook", true))
            .must(201)
            .text("/id");
    person.api().post("/api/v1/alerts/rules/" + rule + "/test", Map.of()).must(202);
  }

  private static List<String> pagesOf(Agora agora, Person person) {
    Agent agent = person.createAgent("Researcher");
    String purchase = "/portal/credits/" + person.buy(agent, "pkg_50").text("/id");
    Person friend = agora.newcomer("Friend");
    Agent writer = friend.createAgent("Writer");
    friend.buy(writer, "pkg_50");
    agent
        .api()
        .post("/api/v1/credits/transfer", Map.of("to", writer.id(), "amount", "20", "memo", "hi"))
        .must(201);
    writer.transfer(agent, "400").must(201);
    limitAndWatch(person, agent);
    List<String> pages = new ArrayList<>(trade(agora, agent, writer));
    pages.add(held(person, agent));
    pages.add("/portal/agents/" + linkedTo(friend, person) + "?linked");
    pages.addAll(
        List.of(
            "/portal/overview",
            "/portal/agents",
            "/portal/agents/" + agent.id(),
            "/portal/agents/" + agent.id() + "/top-up",
            "/portal/credits",
            purchase,
            purchase + "/receipt",
            "/portal/transactions",
            "/portal/analytics?agent=" + agent.id(),
            "/portal/market",
            "/portal/alerts",
            "/portal/payouts",
            "/portal/payouts/quote?agent=" + agent.id() + "&credits=100",
            "/portal/payouts/" + cameBack(agora, person, agent),
            "/portal/receipts",
            "/portal/orders",
            "/portal/subscriptions",
            "/portal/security",
            "/portal/security/passkeys/new",
            "/portal/security/step-up"));
    return pages;
  }

  /** The detail of an agent's latest hold. */
  private static String held(Person person, Agent agent) {
    String history = "/api/v1/credits/transactions?limit=1&kind=HOLD&agent=" + agent.id();
    String held = person.api().get(history).must(200).text("/items/0/id");
    return "/portal/transactions/" + held + "?agent=" + agent.id();
  }

  /** An agent of a friend that the person is linked to; an invitation to another one waits. */
  private static String linkedTo(Person friend, Person person) {
    Agent shared = friend.createAgent("Shared");
    friend
        .api()
        .post("/api/v1/agents/" + shared.id() + "/humans", Map.of("email", person.email()))
        .must(202);
    String invitation =
        person.api().get("/api/v1/agents/invitations").must(200).text("/items/0/id");
    person.api().post("/api/v1/agents/invitations/" + invitation + "/accept", Map.of()).must(200);
    friend
        .api()
        .post(
            "/api/v1/agents/" + friend.createAgent("Offered").id() + "/humans",
            Map.of("email", person.email(), "primary", true))
        .must(202);
    return shared.id();
  }

  /** A service, an order in dispute and a subscription. */
  private static List<String> trade(Agora agora, Agent buyer, Agent seller) {
    String service = Market.publish(seller, "Proof reading", true);
    String order = Market.buy(buyer, service).must(202).text("/id");
    agora.await(buyer.api(), Market.ORDERS + order, "IN_PROGRESS");
    seller.api().post(Market.ORDERS + order + "/deliver", Map.of("content", "Done.")).must(200);
    buyer
        .api()
        .post(
            Market.ORDERS + order + "/dispute",
            Map.of("reason", "One page is missing.", "requestedSplitBps", 5000))
        .must(200);
    String monthly = Market.publishMonthly(seller, "Daily news", "10");
    String subscription =
        buyer.api().post(Market.SUBSCRIPTIONS, Map.of("service", monthly)).must(202).text("/id");
    agora.await(buyer.api(), Market.SUBSCRIPTIONS + "/" + subscription, "ACTIVE");
    return List.of(
        "/portal/market/" + service, ORDER + order, "/portal/subscriptions/" + subscription);
  }

  /** A conversion of which a part came back and waits for operators. */
  private static String cameBack(Agora agora, Person person, Agent agent) {
    String conversion = ComingBack.keptAtStripe(agora, person, agent, "120");
    ComingBack.reverse(agora, conversion, 500);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        person
                            .api()
                            .get("/api/v1/billing/conversions/" + conversion + "/returns")
                            .text("/items/0/status"))
                    .isEqualTo("OWED"));
    return conversion;
  }
}
