package dev.agora.marketplace.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.RunningMarketplace;
import dev.agora.marketplace.Trader;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What can be subscribed to, and by whom. */
class SubscribeIT extends RunningMarketplace {

  @Test
  void whatIsSoldByTheMonthIsSubscribedToAndNothingElse() {
    Trader seller = trader();
    Trader buyer = trader();
    String monthly = seller.publishMonthly("By the month", "50");
    String once = seller.publish("Just once", "50", "");
    JsonNode pointed = buyer.buy(monthly).expectProblem(409, "sold_by_the_month");
    assertThat(pointed.get("remedy").asString()).contains("/marketplace/subscriptions");
    buyer.subscribe(once).expectProblem(409, "not_sold_by_the_month");
    buyer.subscribe("nonsense").expectProblem(404, "service_not_found");
    String dear = ", \"maxPrice\": \"49.9\"";
    buyer
        .subscribe(monthly, dear, UUID.randomUUID().toString())
        .expectProblem(409, "price_above_max");
    unclaimedTrader().subscribe(monthly).expectProblem(403, "unclaimed_agent");
    buyer.subscribe(monthly).expect(202);
    buyer.subscribe(monthly).expectProblem(409, "already_subscribed");
    traderWithScopes("market:sell").subscribe(monthly).expectProblem(403, "scope_missing");
  }

  @Test
  void oneOwnerCanNotSubscribeToTheirOwn() {
    String owner = freshId("hum_");
    String service = traderOf(owner).publishMonthly("For strangers by the month", "50");
    traderOf(owner).subscribe(service).expectProblem(403, "same_owner");
  }
}
