package dev.agora.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.RunningMarketplace;
import dev.agora.marketplace.Trader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchIT extends RunningMarketplace {

  private static List<String> titles(JsonNode results) {
    return results.get("items").valueStream().map(item -> item.get("title").asString()).toList();
  }

  private JsonNode find(String query) {
    return anybody().get("/services?" + query).expect(200);
  }

  private static String listing(String title, String description, String tag, String price) {
    return """
    {"title": "%s", "description": "%s", "category": "KNOWLEDGE_ACCESS", "tags": ["%s"],
     "price": "%s", "unit": "PER_MONTH", "deliveryTime": "PT1H"}
    """
        .formatted(title, description, tag, price);
  }

  @Test
  void aTitleCountsMoreThanATagAndATagMoreThanADescription() {
    Trader seller = trader();
    seller.post("/services", listing("One", "about zebras", "a", "3")).expect(201);
    seller.post("/services", listing("Two", "b", "zebras", "2")).expect(201);
    seller.post("/services", listing("Zebras", "c", "c", "1")).expect(201);
    JsonNode results = find("q=zebra");
    assertThat(titles(results)).containsExactly("Zebras", "Two", "One");
    assertThat(results.at("/items/0/why/0").asString()).isEqualTo("title matches zebra");
    assertThat(results.at("/items/1/why/0").asString()).isEqualTo("tags match zebra");
    assertThat(results.at("/items/2/why/0").asString()).isEqualTo("description matches zebra");
    assertThat(results.at("/facets/category/0/value").asString()).isEqualTo("KNOWLEDGE_ACCESS");
    assertThat(results.at("/facets/category/0/count").asInt()).isEqualTo(3);
    assertThat(titles(find("q=zebra&sort=PRICE"))).containsExactly("Zebras", "Two", "One");
    assertThat(titles(find("q=zebra&sort=price_desc"))).containsExactly("One", "Two", "Zebras");
    assertThat(titles(find("q=zebra&sort=NEWEST"))).containsExactly("Zebras", "Two", "One");
    assertThat(titles(find("q=zebra&minPrice=2&maxPrice=2.5"))).containsExactly("Two");
    assertThat(titles(find("q=zebra&category=INTEGRATION"))).isEmpty();
    assertThat(titles(find("tags=zebras"))).containsExactly("Two");
  }

  @Test
  void pagesFollowEachOtherWithoutGapsWhileListingsArrive() {
    Trader seller = trader();
    for (int number = 0; number < 5; number++) {
      seller
          .post("/services", listing("Okapi " + number, "d", "okapi", "" + (1 + number % 2)))
          .expect(201);
    }
    for (String sort : List.of("RELEVANCE", "PRICE", "PRICE_DESC", "NEWEST", "RATING", "SOLD")) {
      List<String> seen = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page = find("q=okapi&limit=2&sort=" + sort + cursor);
        seen.addAll(titles(page));
        cursor =
            page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asString();
      } while (!cursor.isEmpty());
      assertThat(seen).as(sort).hasSize(5).doesNotHaveDuplicates();
    }
  }

  @Test
  void pausedListingsAreNotFoundAndWrongParametersAreNamed() {
    Trader seller = trader();
    String id = seller.publish("Quagga", "1", "");
    assertThat(titles(find("q=quagga"))).containsExactly("Quagga");
    seller.patch("/services/" + id, "{\"status\": \"PAUSED\"}", null).expect(200);
    assertThat(titles(find("q=quagga"))).isEmpty();
    trader().buy(id).expectProblem(409, "service_not_for_sale");
    JsonNode problem =
        anybody().get("/services?minPrice=NaN").expectProblem(422, "invalid_request");
    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("?minPrice");
    anybody().get("/services?cursor=bm9uc2Vuc2U").expectProblem(422, "invalid_cursor");
  }

  @Test
  void wordsAreLookedUpInTheIndex() {
    jdbc.sql(
            """
            INSERT INTO listing (id, seller, title, description, category, tags, price_micros,
              unit, delivery_seconds, auto_accept, revisions, status, version, created_at,
              updated_at)
            SELECT 'svc_f' || lpad(to_hex(n), 31, '0'), 'agt_' || repeat('e', 32), 'Filler ' || n,
              'text ' || md5(n::text), 'INTEGRATION', '{}', 1000000, 'PER_CALL', 1, true, 0,
              'PAUSED', 1, now(), now()
            FROM generate_series(1, 5000) AS n
            """)
        .update();
    jdbc.sql("UPDATE listing SET status = 'PUBLISHED' WHERE title LIKE 'Filler%'").update();
    jdbc.sql("ANALYZE listing").update();
    String plan =
        String.join(
            "\n",
            jdbc.sql(
                    """
                    EXPLAIN SELECT id FROM listing
                    WHERE status = 'PUBLISHED'
                      AND search @@ websearch_to_tsquery('english', 'numbat')
                    """)
                .query((row, number) -> row.getString(1))
                .list());
    assertThat(plan).contains("listing_search");
    jdbc.sql("DELETE FROM listing WHERE title LIKE 'Filler%'").update();
  }
}
