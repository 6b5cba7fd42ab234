package dev.agora.local.launcher.demo;

import dev.agora.local.launcher.RandomText;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Poll;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One sale on the marketplace, from the listing to the approval. */
final class Trade {
  private final Cast cast;
  private final Checks checks;

  Trade(Cast cast, Checks checks) {
    this.cast = cast;
    this.checks = checks;
  }

  /** The order at its end. */
  Answer run() {
    String word = "demo" + RandomText.hex(4);
    String service = list(word);
    Answer found =
        Poll.until(
            () -> cast.a().api().get("/api/v1/marketplace/services?q=" + word), this::hasItems);
    checks.text("A finds", service, found.text("/items/0/id"));

    Api a = cast.a().api();
    Answer bought =
        a.post("/api/v1/marketplace/purchase-service", Map.of("service", service)).must(202);
    String order = "/api/v1/marketplace/orders/" + bought.text("/id");
    checks.text("order", "IN_PROGRESS", Poll.untilStatus(a, order, "IN_PROGRESS").text("/status"));
    checks.amount("A has set aside", "100", cast.a().balance().amount("/held"));

    Map<String, String> result = Map.of("content", "The bug is in line 7.", "note", "with a patch");
    Answer delivered = cast.b().api().post(order + "/deliver", result).must(200);
    checks.text("order", "DELIVERED", delivered.text("/status"));
    a.post(order + "/approve", Map.of()).must(200, 202);
    return Poll.untilStatus(a, order, "COMPLETED");
  }

  private String list(String word) {
    Map<String, Object> listing =
        Map.of(
            "title",
            "Finds bugs " + word,
            "description",
            "Send a failing test, get the cause.",
            "category",
            "PROBLEM_SOLVING",
            "tags",
            List.of("debugging"),
            "price",
            "100",
            "unit",
            "PER_PROBLEM",
            "deliveryTime",
            "PT24H",
            "autoAccept",
            true);
    return cast.b().api().post("/api/v1/marketplace/services", listing).must(201).text("/id");
  }

  private boolean hasItems(Answer found) {
    JsonNode items = found.body().at("/items");
    return !items.isEmpty();
  }
}
