package dev.agora.marketplace.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.marketplace.Trader;
import dev.agora.marketplace.TradingMarketplace;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OpenDisputesIT extends TradingMarketplace {

  @Autowired private CountOverdueRulings count;
  @Autowired private MeterRegistry meters;

  private Optional<JsonNode> listed(Trader who, String order) {
    String cursor = "";
    while (true) {
      JsonNode page = who.get("/disputes?limit=100" + cursor).expect(200);
      for (JsonNode item : page.get("items")) {
        if (item.get("id").asString().equals(order)) {
          return Optional.of(item);
        }
      }
      if (page.get("nextCursor").isNull()) {
        return Optional.empty();
      }
      cursor = "&cursor=" + page.get("nextCursor").asString();
    }
  }

  private double waiting() {
    count.count();
    return meters.get("agora.marketplace.rulings.waiting").gauge().value();
  }

  @Test
  void aDisputeThatNobodyRulesStaysListedAndCountedUntilSomebodyDoes() {
    Trader arbiter = arbiter(freshId("hum_"));
    double before = waiting();
    Deal deal = delivered();
    deal.buyer()
        .act(deal.order(), "dispute", "{\"reason\": \"Thin.\", \"requestedSplitBps\": 0}")
        .expect(200);
    deal.seller().act(deal.order(), "answer", "{\"answer\": \"Short.\"}").expect(200);
    JsonNode open = listed(arbiter, deal.order()).orElseThrow();
    assertThat(open.at("/deadlines/ruleBy").isString()).isTrue();
    assertThat(waiting()).isEqualTo(before);

    letTimeRunOut(deal.order());
    await()
        .atMost(PATIENCE)
        .until(() -> listed(arbiter, deal.order()).orElseThrow().at("/deadlines").isEmpty());
    assertThat(deal.buyer().order(deal.order()).get("status").asString()).isEqualTo("DISPUTED");
    assertThat(waiting()).isEqualTo(before + 1);
    assertThat(listed(operator(freshId("hum_")), deal.order())).isPresent();
    deal.buyer().get("/disputes").expectProblem(403, "not_allowed");
    arbiter.get("/disputes?cursor=bm9uc2Vuc2U").expectProblem(422, "invalid_cursor");

    arbiter
        .act(deal.order(), "ruling", "{\"splitBps\": 5000, \"reason\": \"Half of it.\"}")
        .expect(200);
    assertThat(listed(arbiter, deal.order())).isEmpty();
    assertThat(waiting()).isEqualTo(before);
  }
}
