package dev.agora.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.RunningMarketplace;
import dev.agora.marketplace.Trader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ListingIT extends RunningMarketplace {

  @Test
  void aListingIsPublishedReadChangedAndWithdrawn() {
    Trader seller = trader();
    String id =
        seller.publish("Proof reading", "100", ", \"tags\": [\" Text\", \"text\", \"fast\"]");
    Trader.Answer read = anybody().get("/services/" + id);
    JsonNode listing = read.expect(200);
    assertThat(listing.get("seller").asString()).isEqualTo(seller.id());
    assertThat(listing.get("price").asString()).isEqualTo("100");
    assertThat(listing.get("deliveryTime").asString()).isEqualTo("PT24H");
    assertThat(listing.get("tags")).hasSize(2);
    assertThat(listing.get("rating").isNull()).isTrue();
    seller
        .patch("/services/" + id, "{\"price\": \"90\"}", "\"7\"")
        .expectProblem(412, "stale_version");
    JsonNode changed =
        seller.patch("/services/" + id, "{\"price\": \"90\"}", read.header("ETag")).expect(200);
    assertThat(changed.get("price").asString()).isEqualTo("90");
    assertThat(changed.get("version").asInt()).isEqualTo(2);
    seller.delete("/services/" + id).expect(200);
    anybody().get("/services/" + id).expectProblem(404, "service_not_found");
    seller
        .patch("/services/" + id, "{\"price\": \"9\"}", null)
        .expectProblem(409, "service_withdrawn");
  }

  @Test
  void theSameThingIsNotListedTwiceAndStrangersChangeNothing() {
    Trader seller = trader();
    String id = seller.publish("Only once", "100", "");
    String twin =
        """
        {"title": "ONLY ONCE", "description": "x", "category": "INTEGRATION", "price": 5,
         "unit": "PER_CALL", "deliveryTime": "PT1S"}
        """;
    seller.post("/services", twin).expectProblem(409, "service_exists");
    String other = seller.publish("Something else", "100", "");
    seller
        .patch("/services/" + other, "{\"title\": \"only once\"}", null)
        .expectProblem(409, "service_exists");
    trader()
        .patch("/services/" + id, "{\"price\": 1}", null)
        .expectProblem(404, "service_not_found");
    trader().delete("/services/" + id).expectProblem(404, "service_not_found");
    seller.delete("/services/" + id).expect(200);
    seller.post("/services", twin).expect(201);
  }

  @Test
  void onlyClaimedAgentsWithTheScopeSell() {
    String body =
        """
        {"title": "T", "description": "D", "category": "INTEGRATION", "price": 5,
         "unit": "PER_CALL", "deliveryTime": "PT1S"}
        """;
    unclaimedTrader().post("/services", body).expectProblem(403, "unclaimed_agent");
    traderWithScopes("market:buy").post("/services", body).expectProblem(403, "scope_missing");
    anybody().post("/services", body).expectProblem(401, "authentication_required");
    traderNamed(freshId("agt_")).post("/services", body).expectProblem(503, "agent_not_ready");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /title        | {"title": "a\\nb"}
          /title        | {"title": ""}
          /title        | {"title": "<b>bold</b>"}
          /description  | {"description": "see <script>x</script>"}
          /tags/0       | {"tags": ["<!--"]}
          /title        | {}
          /description  | {"description": "a\\u0007b"}
          /category     | {"category": "MAGIC"}
          /price        | {"price": "NaN"}
          /price        | {"price": "-1"}
          /price        | {"price": 1e308}
          /unit         | {"unit": null}
          /deliveryTime | {"deliveryTime": "PT0S"}
          /deliveryTime | {"deliveryTime": "P91D"}
          /tags/0       | {"tags": [""]}
          /revisions    | {"revisions": 3}
          /inputSchema  | {"inputSchema": {"const": "\\u0000"}}
          /colour       | {"colour": "red"}
          """)
  void aWrongFieldIsNamed(String pointer, String change) {
    String whole =
        """
        {"title": "T", "description": "D", "category": "INTEGRATION", "price": 5,
         "unit": "PER_CALL", "deliveryTime": "PT1S", "tags": [], "revisions": 1}
        """;
    JsonNode body = merged(whole, pointer, change);
    JsonNode problem = trader().post("/services", body.toString()).expect(422);
    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
  }

  private static JsonNode merged(String whole, String pointer, String change) {
    JsonMapper json = JsonMapper.builder().build();
    ObjectNode body = (ObjectNode) json.readTree(whole);
    ObjectNode changes = (ObjectNode) json.readTree(change);
    if (changes.isEmpty()) {
      body.remove(pointer.substring(1));
    }
    changes.properties().forEach(member -> body.set(member.getKey(), member.getValue()));
    return body;
  }

  @Test
  void termsThatCanNotWorkAreRefused() {
    String body =
        """
        {"title": "T", "description": "D", "category": "INTEGRATION", "price": "%s",
         "unit": "PER_CALL", "deliveryTime": "PT1S", "inputSchema": %s}
        """;
    assertThat(
            trader()
                .post("/services", body.formatted("0.000001", "{}"))
                .expectProblem(422, "price_too_small")
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/price");
    assertThat(
            trader()
                .post("/services", body.formatted("5", "{\"type\": \"odd\"}"))
                .expectProblem(422, "schema_invalid")
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/inputSchema");
  }
}
