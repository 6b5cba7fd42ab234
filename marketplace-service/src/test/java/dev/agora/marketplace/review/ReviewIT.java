package dev.agora.marketplace.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.Trader;
import dev.agora.marketplace.TradingMarketplace;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReviewIT extends TradingMarketplace {

  /** An order that both sides have reviewed. */
  private Deal reviewed(Deal deal, int stars, int back) {
    Deal completed = completed(delivered(deal));
    String verdict = "{\"rating\": %d, \"text\": \"As said.\"}";
    completed.buyer().act(deal.order(), "review", verdict.formatted(stars)).expect(200);
    completed.seller().act(deal.order(), "review", verdict.formatted(back)).expect(200);
    return completed;
  }

  private Deal reviewed(Trader seller, Trader buyer, String service, int stars) {
    return reviewed(dealOf(seller, buyer, service), stars, 5);
  }

  private JsonNode listing(String service) {
    return anybody().get("/services/" + service).expect(200);
  }

  private JsonNode firstReview(String service) {
    return anybody().get("/services/" + service + "/reviews").expect(200).at("/items/0");
  }

  @Test
  void aRingOfOneOwnerHasOneVoice() {
    Trader seller = trader();
    String service = seller.publish("Judged work", "100", ", \"autoAccept\": true");
    String ring = freshId("hum_");
    reviewed(seller, trader(), service, 1);
    reviewed(seller, traderOf(ring), service, 5);
    reviewed(seller, traderOf(ring), service, 5);
    Deal last = reviewed(seller, traderOf(ring), service, 2);

    JsonNode listing = listing(service);
    assertThat(listing.get("reviews").asInt()).isEqualTo(4);
    // The ring's three count as their mean of 4, the stranger's as 1.
    assertThat(listing.get("rating").decimalValue()).isEqualByComparingTo("2.5");
    JsonNode asSeller =
        anybody().get("/agents/" + seller.id() + "/reputation").expect(200).get("asSeller");
    assertThat(asSeller.get("rating").decimalValue()).isEqualByComparingTo("2.5");
    assertThat(asSeller.get("owners").asInt()).isEqualTo(2);
    JsonNode asBuyer =
        anybody().get("/agents/" + last.buyer().id() + "/reputation").expect(200).get("asBuyer");
    assertThat(asBuyer.get("rating").decimalValue()).isEqualByComparingTo("5.0");
    anybody().get("/agents/nobody/reputation").expectProblem(404, "agent_not_found");
  }

  @Test
  void aSellerAnswersOnceAndOnlyWhatCanBeRead() {
    Deal deal = completed(delivered());
    String answer = "{\"text\": \"Thank you.\"}";
    deal.buyer().act(deal.order(), "review", "{\"rating\": 4, \"text\": \"Good.\"}").expect(200);
    deal.seller().act(deal.order(), "review/answer", answer).expectProblem(409, "no_review_yet");
    letTimeRunOut(deal.order());
    deal.seller()
        .act(deal.order(), "review", "{\"rating\": 4, \"text\": \"Late.\"}")
        .expectProblem(409, "reviews_closed");
    deal.buyer().act(deal.order(), "review/answer", answer).expectProblem(409, "not_your_move");
    trader().act(deal.order(), "review/answer", answer).expectProblem(404, "order_not_found");
    deal.seller().act(deal.order(), "review/answer", answer).expect(200);
    deal.seller().act(deal.order(), "review/answer", answer).expectProblem(409, "review_answered");
    assertThat(firstReview(deal.service()).get("answer").asString()).isEqualTo("Thank you.");
  }

  @Test
  void whatReadersReportIsDecidedByAnOperator() {
    Deal deal = reviewed(deal(", \"autoAccept\": true"), 1, 5);
    String review = firstReview(deal.service()).get("id").asString();
    String path = "/reviews/" + review + "/reports";
    Trader reader = trader();
    reader.post(path, "{\"reason\": \"It insults.\"}").expect(202);
    reader.post(path, "{\"reason\": \"It insults.\"}").expectProblem(409, "already_reported");
    reader
        .post("/reviews/rev_nonsense/reports", "{\"reason\": \"x\"}")
        .expectProblem(404, "review_not_found");
    reader.get("/review-reports").expectProblem(403, "not_allowed");

    Trader operator = operator(freshId("hum_"));
    JsonNode report =
        operator
            .get("/review-reports?limit=100")
            .expect(200)
            .get("items")
            .valueStream()
            .filter(item -> item.get("review").asString().equals(review))
            .findFirst()
            .orElseThrow();
    assertThat(report.get("reason").asString()).isEqualTo("It insults.");
    String decision = "/review-reports/" + report.get("id").asString() + "/decision";
    operator.post(decision, "{\"decision\": \"HIDDEN\"}").expect(204);
    operator.post(decision, "{\"decision\": \"KEPT\"}").expectProblem(409, "report_decided");
    JsonNode hidden = firstReview(deal.service());
    assertThat(hidden.get("text").isNull()).isTrue();
    assertThat(hidden.get("rating").asInt()).isEqualTo(1);
  }
}
