package dev.agora.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.RunningMarketplace;
import dev.agora.marketplace.Trader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    assertThat(results.at("/items/0/why/1").asString())
        .matches("ranked by how well title, then tags, then description match: [0-9.]{8}");
    assertThat(results.at("/facets/counted").asInt()).isEqualTo(3);
    assertThat(results.at("/facets/complete").asBoolean()).isTrue();
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
  void aTypingErrorIsPutRightAndTheAnswerSaysSo() {
    Trader seller = trader();
    seller.post("/services", listing("Aardvark", "digs", "burrows", "1")).expect(201);
    JsonNode results = find("q=ardvarck");
    assertThat(titles(results)).containsExactly("Aardvark");
    assertThat(results.get("searchedFor").asString()).isEqualTo("aardvark");
    JsonNode asTyped = find("q=aardvark");
    assertThat(asTyped.get("searchedFor").isNull()).isTrue();
    assertThat(titles(find("q=burows"))).containsExactly("Aardvark");
    assertThat(titles(find("q=qqqqxxxx"))).isEmpty();
  }

  @Test
  void filtersByUnitSellerDeliveryTimeAndRating() {
    Trader seller = trader();
    Trader other = trader();
    String slow = seller.publish("Narwhal slow", "1", "");
    other.post("/services", listing("Narwhal fast", "d", "t", "1")).expect(201);
    assertThat(titles(find("q=narwhal&unit=PER_PROBLEM"))).containsExactly("Narwhal slow");
    assertThat(titles(find("q=narwhal&maxDeliveryTime=PT2H"))).containsExactly("Narwhal fast");
    assertThat(titles(find("q=narwhal&seller=" + other.id()))).containsExactly("Narwhal fast");
    assertThat(titles(find("q=narwhal&minRating=1"))).isEmpty();
    jdbc.sql("UPDATE listing SET rating_millis = 9000, rating_owners = 2 WHERE id = ?")
        .param(slow)
        .update();
    assertThat(titles(find("q=narwhal&minRating=4.5"))).containsExactly("Narwhal slow");
    assertThat(titles(find("q=narwhal&minRating=4.6"))).isEmpty();
    JsonNode best = find("q=narwhal&sort=RATING");
    assertThat(titles(best)).containsExactly("Narwhal slow", "Narwhal fast");
    assertThat(best.at("/items/0/why/1").asString())
        .isEqualTo("best rated first: 3.428, the mean of 2 owners, each once, and five threes");
    assertThat(best.at("/items/0/rating").decimalValue()).isEqualByComparingTo("4.5");
    assertThat(best.at("/facets/unit/0/count").asInt()).isEqualTo(1);
  }

  /** What each kind of search must find its way by among many listings. */
  private static final Map<SearchRequest.Typed, String> INDEXES =
      Map.of(
          typed("numbat", null, null), "listing_search",
          typed("numbat", null, "PRICE"), "listing_search",
          typed(null, "numbats", null), "listing_tags",
          typed(null, null, "NEWEST"), "listing_newest",
          typed(null, null, "PRICE"), "listing_cheapest",
          typed(null, null, "PRICE_DESC"), "listing_dearest",
          typed(null, null, "RATING"), "listing_best",
          typed(null, null, "SOLD"), "listing_most_sold");

  private static SearchRequest.Typed typed(
      @Nullable String q, @Nullable String tag, @Nullable String sort) {
    List<String> tags = tag == null ? null : List.of(tag);
    return new SearchRequest.Typed(q, tags, null, null, null, null, null, null, null, sort);
  }

  @Test
  void everySearchHasItsIndex() {
    jdbc.sql(
            """
            INSERT INTO listing (id, seller, title, description, category, tags, price_micros,
              unit, delivery_seconds, auto_accept, revisions, status, version, sold, created_at,
              updated_at)
            SELECT 'svc_f' || lpad(to_hex(n), 31, '0'), 'agt_' || repeat('e', 32), 'Filler ' || n,
              'text ' || md5(n::text), 'INTEGRATION', ARRAY['t' || n % 1000], 1000000 + n,
              'PER_CALL', 1, true, 0, CASE n % 4 WHEN 0 THEN 'PUBLISHED' ELSE 'WITHDRAWN' END, 1,
              n % 100, now(), now()
            FROM generate_series(1, 40000) AS n
            """)
        .update();
    try {
      jdbc.sql("VACUUM (ANALYZE) listing").update();
      INDEXES.forEach((typed, index) -> assertThat(planOf(typed)).as("%s", typed).contains(index));
    } finally {
      jdbc.sql("DELETE FROM listing WHERE title LIKE 'Filler%'").update();
    }
  }

  private String planOf(SearchRequest.Typed typed) {
    SearchQuery query = ((SearchRequest.Read) SearchRequest.read(typed)).query();
    JdbcListingSearch.Statement statement = JdbcListingSearch.statement(query, null, 21);
    return String.join(
        "\n",
        jdbc.sql("EXPLAIN " + statement.sql())
            .params(statement.parameters())
            .query((row, number) -> row.getString(1))
            .list());
  }
}
