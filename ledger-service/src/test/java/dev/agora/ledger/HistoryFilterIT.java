package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Filters find by indexes what a look at every line of the whole history finds. */
class HistoryFilterIT extends RunningLedger {

  private static final int ACTS = 120;
  private static final List<String> KINDS =
      List.of("PURCHASE", "TRANSFER", "HOLD", "CAPTURE", "RELEASE", "SPEND", "REWARD");

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_128);
  private final List<AgentId> three = new ArrayList<>();

  private record Filter(String name, String value, Predicate<JsonNode> holds) {

    String query() {
      return "&" + name + "=" + value;
    }
  }

  @Test
  void everyFilterFindsWhatTheWholeHistoryHas() {
    for (int count = 0; count < 3; count++) {
      three.add(agentWith("1000"));
    }
    for (int act = 0; act < ACTS; act++) {
      act(act);
    }
    for (AgentId agent : three) {
      List<JsonNode> whole = pages(agent, "", 100);
      List<Filter> filters = filters(whole);
      for (Filter one : filters) {
        Filter other = filters.get(random.nextInt(filters.size()));
        assertFinds(agent, whole, one.query(), one.holds());
        if (!one.name().equals(other.name())) {
          assertFinds(agent, whole, one.query() + other.query(), one.holds().and(other.holds()));
        }
      }
    }
  }

  private void assertFinds(
      AgentId agent, List<JsonNode> whole, String query, Predicate<JsonNode> filter) {
    assertThat(pages(agent, query, 7))
        .as("%s of %s", query, agent)
        .isEqualTo(whole.stream().filter(filter).toList());
  }

  private List<Filter> filters(List<JsonNode> whole) {
    List<Filter> filters = new ArrayList<>();
    for (String kind : KINDS) {
      filters.add(has("kind", kind));
    }
    for (AgentId other : three) {
      filters.add(has("counterparty", other.value()));
    }
    filters.add(has("reference", "even"));
    filters.add(has("reference", "nobody's"));
    for (int count = 0; count < 5; count++) {
      Instant at = at(whole.get(random.nextInt(whole.size())));
      filters.add(new Filter("from", at.toString(), line -> !at(line).isBefore(at)));
      filters.add(new Filter("to", at.toString(), line -> at(line).isBefore(at)));
    }
    return filters;
  }

  private static Filter has(String field, String value) {
    return new Filter(field, value, line -> line.path(field).asString("").equals(value));
  }

  private static Instant at(JsonNode line) {
    return Instant.parse(line.path("at").asString());
  }

  private List<JsonNode> pages(AgentId agent, String query, int limit) {
    List<JsonNode> lines = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page =
          json(get("/api/v1/credits/transactions?limit=" + limit + query + cursor, agent));
      StreamSupport.stream(page.path("items").spliterator(), false).forEach(lines::add);
      JsonNode next = page.path("nextCursor");
      cursor = next.isString() ? "&cursor=" + next.asString() : null;
    }
    return lines;
  }

  private void act(int number) {
    AgentId payer = three.get(random.nextInt(three.size()));
    AgentId payee = other(payer);
    String key = "act-" + number;
    String amount = List.of("0.000001", "1.5", "2").get(random.nextInt(3));
    String payment = "{\"to\":\"%s\",\"amount\":\"%s\"%s}";
    switch (random.nextInt(5)) {
      case 0 -> buy(payer, "10");
      case 1 -> post(payer, "/api/v1/credits/spend", key, "{\"feature\":\"f\",\"amount\":\"1\"}");
      case 2 -> holdAndEnd(payer, payee, key);
      case 3 -> pay(payer, key, payment.formatted(payee, amount, ",\"reference\":\"even\""));
      default -> pay(payer, key, payment.formatted(payee, amount, ""));
    }
  }

  private AgentId other(AgentId agent) {
    return Objects.requireNonNull(
        three.get((three.indexOf(agent) + 1 + random.nextInt(2)) % three.size()));
  }

  private void holdAndEnd(AgentId payer, AgentId payee, String key) {
    String body = "{\"to\":\"%s\",\"amount\":\"3\",\"expiresIn\":\"PT1H\"}".formatted(payee);
    String id = json(post(payer, "/api/v1/credits/holds", key, body)).path("id").asString();
    String path = "/api/v1/credits/holds/" + id + (random.nextBoolean() ? "/capture" : "/release");
    post(payee, path, key + "-end", "");
  }
}
