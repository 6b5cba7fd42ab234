package dev.agora.endtoend;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Those who ask in {@link RolesIT}, and the things they ask about, which are all the owner's. */
final class RoleCast {

  private static final String CARD = "4242 4242 4242 4242";

  final Person owner;
  final Person stranger;
  final Agent agent;
  final Agent foreign;
  final Staff staff;

  private final Agora agora;
  private final Person friend;
  private final Agent partner;
  private final Map<String, String> things = new HashMap<>();
  private final Map<List<String>, String> keys = new HashMap<>();

  RoleCast(Agora agora) {
    this.agora = agora;
    staff = agora.staff().signedInAgain(agora);
    owner = agora.newcomer("Owner");
    stranger = agora.newcomer("Stranger");
    friend = agora.newcomer("Friend");
    agent = owner.createAgent("Own");
    foreign = stranger.createAgent("Foreign");
    partner = friend.createAgent("Partner");
    makeMoney();
    makeAccess();
    makeTrade();
    makeReviews();
    makeActs();
  }

  /** The id of a thing that the table names. */
  String thing(String name) {
    String id = things.get(name);
    if (id == null) {
      throw new AssertionError("the cast has no " + name);
    }
    return id;
  }

  /** An example of the document, about things that are there. */
  String about(String example) {
    return example
        .replace("agt_019ac1e0a1b27c3d8e4f5a6b7c8d9e01", agent.id())
        .replace("agt_019ac1e0a1b27c3d8e4f5a6b7c8d9e02", partner.id())
        .replace("svc_019ac1e0a1b27c3d8e4f5a6b7c8d9e04", thing("wanted"))
        .replace("svc_019ac1e0a1b27c3d8e4f5a6b7c8d9e05", thing("monthly"))
        .replace("svc_019ac1e0a1b27c3d8e4f5a6b7c8d9e11", thing("called"))
        .replace("pmt_019ac1e0a1b27c3d8e4f5a6b7c8d9e03", thing("card"))
        .replace("ada@example.org", owner.email())
        .replace("grace@example.org", friend.email());
  }

  /** A key of the owner's agent without these scopes. */
  String keyWithout(List<String> missing) {
    return keys.computeIfAbsent(missing, this::newKeyWithout);
  }

  /** Another key of the stranger's agent. */
  String spareForeignKey() {
    return stranger
        .api()
        .post("/api/v1/agents/" + foreign.id() + "/keys", Map.of())
        .must(201)
        .text("/key");
  }

  private String newKeyWithout(List<String> missing) {
    List<String> scopes =
        List.of("credits:read", "credits:spend", "market:sell", "market:buy", "convert");
    return owner
        .api()
        .post(
            "/api/v1/agents/" + agent.id() + "/keys",
            Map.of("scopes", scopes.stream().filter(scope -> !missing.contains(scope)).toList()))
        .must(201)
        .text("/key");
  }

  private void makeMoney() {
    String purchases = "/api/v1/billing/purchases/";
    things.put("purchase", owner.buy(agent, "pkg_100").text("/id"));
    things.put("refunded", owner.buy(agent, "pkg_10").text("/id"));
    owner.api().post(purchases + thing("refunded") + "/refund", Map.of()).must(202);
    things.put("disputed", owner.buy(agent, "pkg_10").text("/id"));
    Answer disputed = owner.api().get(purchases + thing("disputed"));
    String charge = Charges.of(agora, disputed.text("/id"));
    agora.stripe().post("/_sim/disputes", Map.of("charge", charge)).must(200);
    String dispute = purchases + thing("disputed") + "/dispute";
    Awaitility.await().until(() -> owner.api().get(dispute).status() == 200);
    things.put("transfer", agent.transfer(partner, "400").must(201).text("/id"));
    partner.transfer(agent, "150").must(201);
    String history = "/api/v1/credits/transactions?limit=1&agent=" + agent.id();
    things.put("transaction", owner.api().get(history).must(200).text("/items/0/id"));
    things.put(
        "hold",
        partner
            .api()
            .post(
                "/api/v1/credits/holds",
                Map.of("to", agent.id(), "amount", "10", "expiresIn", "PT1H"))
            .must(201)
            .text("/id"));
    owner.onboard();
    things.put(
        "conversion",
        agent
            .api()
            .post("/api/v1/billing/convert-to-usd", Map.of("credits", "100"))
            .must(202)
            .text("/id"));
    things.put("card", Charges.saveCard(owner, CARD));
    topUpRule();
  }

  private void topUpRule() {
    owner
        .api()
        .put(
            "/api/v1/agents/" + agent.id() + "/auto-top-up",
            Map.of(
                "threshold",
                "1",
                "package",
                "pkg_10",
                "monthlyCeilingUsd",
                "30.00",
                "paymentMethod",
                thing("card")))
        .must(200);
  }

  private void makeAccess() {
    things.put("agent", agent.id());
    things.put(
        "alertRule",
        owner
            .api()
            .post(
                "/api/v1/alerts/rules",
                Map.of("agent", agent.id(), "kind", "SPENT_TODAY", "threshold", "500"))
            .must(201)
            .text("/id"));
    // A passkey takes a device; the one of the table is nobody's.
    things.put("passkey", "0190aaaabbbbccccddddeeee");
    things.put(
        "key",
        owner.api().post("/api/v1/agents/" + agent.id() + "/keys", Map.of()).must(201).text("/id"));
    Person.signIn(agora.anyone(), owner.email(), Agora.PASSWORD);
    for (var session : owner.api().get("/api/v1/sessions").must(200).body().at("/items")) {
      if (!session.at("/current").asBoolean()) {
        things.put("session", session.at("/id").asString());
      }
    }
    String invited = invite(owner, agent, friend);
    friend.api().post("/api/v1/agents/invitations/" + invited + "/accept", Map.of()).must(200);
    things.put("human", friend.api().get("/api/v1/me").text("/id"));
    things.put("invitation", invite(friend, partner, owner));
  }

  private static String invite(Person host, Agent agent, Person guest) {
    return host.api()
        .post("/api/v1/agents/" + agent.id() + "/humans", Map.of("email", guest.email()))
        .must(202)
        .text("/id");
  }

  private void makeTrade() {
    things.put("service", Market.publish(agent, "Own service", true));
    things.put("wanted", Market.publish(partner, "Wanted service", true));
    things.put("monthly", Market.publishMonthly(partner, "Monthly service", "10"));
    String own = Market.publishMonthly(partner, "Another monthly service", "10");
    things.put("sold", Market.buy(partner, thing("service")).must(202).text("/id"));
    things.put("bought", Market.buy(agent, thing("wanted")).must(202).text("/id"));
    agora.await(agent.api(), Market.ORDERS + thing("bought"), "IN_PROGRESS");
    partner
        .api()
        .post(Market.ORDERS + thing("bought") + "/deliver", Map.of("content", "here"))
        .must(200);
    agent
        .api()
        .post(
            Market.ORDERS + thing("bought") + "/dispute",
            Map.of("reason", "half of it", "requestedSplitBps", 5000))
        .must(200);
    things.put("called", Market.publishByTheCall(partner, "Called service", "1"));
    String ownCalls = Market.publishByTheCall(agent, "Own calls", "1");
    things.put("budget", Market.openBudget(partner, ownCalls, "10"));
    things.put(
        "subscription",
        agent.api().post(Market.SUBSCRIPTIONS, Map.of("service", own)).must(202).text("/id"));
  }

  /** An order that both sides have reviewed, and a report of one of the reviews. */
  private void makeReviews() {
    String order = Market.buy(agent, thing("wanted")).must(202).text("/id");
    agora.await(agent.api(), Market.ORDERS + order, "IN_PROGRESS");
    partner.api().post(Market.ORDERS + order + "/deliver", Map.of("content", "x")).must(200);
    Market.act(agent, order, "approve").must(200);
    agora.await(agent.api(), Market.ORDERS + order, "COMPLETED");
    for (Agent side : List.of(agent, partner)) {
      side.api()
          .post(Market.ORDERS + order + "/review", Map.of("rating", 5, "text", "Right."))
          .must(200);
    }
    String reviews = Market.SERVICES + "/" + thing("wanted") + "/reviews";
    things.put("review", agora.anyone().get(reviews).must(200).text("/items/0/id"));
    friend
        .api()
        .post("/api/v1/marketplace/reviews/" + thing("review") + "/reports", Map.of("reason", "x"))
        .must(202);
    for (var report :
        staff
            .operator()
            .api()
            .get("/api/v1/marketplace/review-reports?limit=100")
            .must(200)
            .body()
            .at("/items")) {
      if (report.at("/review").asString().equals(thing("review"))) {
        things.put("report", report.at("/id").asString());
      }
    }
  }

  private void makeActs() {
    Map<String, String> sum = Map.of("amount", "1", "reason", "test");
    things.put("kind", "rewards-funding");
    things.put(
        "act",
        staff.second().api().post("/api/v1/ledger/rewards-funding", sum).must(202).text("/id"));
    things.put("billing", "billing");
    String sagas = "/api/v1/platform/billing/sagas?saga=purchase&limit=1";
    things.put("saga", staff.operator().api().get(sagas).must(200).text("/items/0/id"));
    things.put("rule", "nobody-made-this-one");
    // A message that can not be handled takes a fault; the one of the table is none.
    things.put("letter", "0190aaaa-bbbb-7ccc-8ddd-eeee0190aaaa");
    things.put(
        "change",
        staff
            .second()
            .api()
            .post(
                "/api/v1/roles/changes",
                Map.of(
                    "email", friend.email(), "role", "AUDITOR", "action", "GRANT", "reason", "x"))
            .must(202)
            .text("/id"));
  }
}
