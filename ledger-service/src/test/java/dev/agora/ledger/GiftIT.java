package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.PurchaseTerms;
import dev.agora.ledger.posting.Reversal;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What two operators give away stays covered, whatever is undone afterwards. */
class GiftIT extends RunningLedger {

  private static final String FUNDING = "/api/v1/ledger/rewards-funding";
  private static final FeeRate THREE_PERCENT = FeeRate.ofBasisPoints(300);
  private static final Usd HUNDRED_DOLLARS = Usd.parse("100.00");
  private final String grace = freshOwner().value();
  private final String linus = freshOwner().value();

  /**
   * The fees of bought credits are not free, since refunds can take as much; of earned ones are.
   */
  @BeforeEach
  void collectFees() {
    AgentId first = agentWith("100000");
    AgentId second = agent();
    pay(first, second, "100000");
    pay(second, agent(), "10000");
  }

  @AfterEach
  void theProofHolds() {
    JsonNode proof = proof();
    assertThat(proof.path("ok").asBoolean()).as(proof.toPrettyString()).isTrue();
  }

  @Test
  void afterAGiftOfAllThatIsFreePurchasesAreRefundedAndTheProofHolds() {
    AgentId buyer = agent();
    PurchaseId purchase = buyHundredDollars(buyer);
    Credits free = free();

    HttpResponse<String> tooMuch = fund(free.plus(Credits.ofMicros(1)));
    HttpResponse<String> all = fund(free);
    HttpResponse<String> oneMore = fund(Credits.of(1));
    refund(buyer, purchase);

    assertThat(free).isGreaterThanOrEqualTo(Credits.of(400));
    assertThat(tooMuch.statusCode()).isEqualTo(409);
    assertThat(code(tooMuch)).isEqualTo("would_be_insolvent");
    assertThat(all.statusCode()).as(all.body()).isEqualTo(200);
    assertThat(code(oneMore)).isEqualTo("would_be_insolvent");
    assertThat(json(oneMore).path("free").asString()).isEqualTo("0");
    assertThat(available(buyer)).isEqualTo("0");
    assertThat(code(fund(Credits.of(1)))).isEqualTo("would_be_insolvent");
  }

  @Test
  void feesOfOrdersAreFreeOnlyWhenTheyCanNotComeBack() {
    AgentId buyer = agent();
    pay(agentWith("1000"), buyer, "1000");
    AgentId seller = agent();
    Credits before = free();

    HoldId order = settledOrder(buyer, seller, "900");
    Credits after = free();
    jdbc.sql("UPDATE hold SET ended_at = ended_at - interval '32 days' WHERE id = ?")
        .param(order.value())
        .update();

    assertThat(after).isEqualTo(before);
    assertThat(free()).isEqualTo(before.plus(Credits.of(45)));
  }

  @Test
  void twoGiftsAtOnceDoNotShareWhatIsFree() throws Exception {
    Credits free = free();
    String first = ask(free);
    String second = ask(free);

    List<HttpResponse<String>> answers = approveAtOnce(first, second);

    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .as("%s", answers.stream().map(HttpResponse::body).toList())
        .containsExactlyInAnyOrder(200, 409);
  }

  /** Both have looked at everything that they look at without the lock of operations. */
  private List<HttpResponse<String>> approveAtOnce(String first, String second) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> answers =
          transactions.execute(
              status -> {
                jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('ledger operations'))")
                    .query((row, index) -> index)
                    .single();
                List<Future<HttpResponse<String>>> asked =
                    List.of(
                        threads.submit(() -> operate(linus, first, "")),
                        threads.submit(() -> operate(linus, second, "")));
                await().until(() -> waitingForTheLock() == 2);
                return asked;
              });
      return List.of(answers.get(0).get(), answers.get(1).get());
    }
  }

  private long waitingForTheLock() {
    return jdbc.sql(
            """
            SELECT count(*) FROM pg_locks
            WHERE locktype = 'advisory' AND NOT granted AND database =
              (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        .query(Long.class)
        .single();
  }

  /** As the refusal of a gift that is too large says it. */
  private Credits free() {
    HttpResponse<String> refused = fund(Credits.of(1_000_000_000));
    assertThat(code(refused)).as(refused.body()).isEqualTo("would_be_insolvent");
    return Credits.parse(json(refused).path("free").asString());
  }

  private HttpResponse<String> fund(Credits amount) {
    return operate(linus, ask(amount), "");
  }

  /** The address to approve it at. */
  private String ask(Credits amount) {
    String body = "{\"amount\":\"%s\",\"reason\":\"a quarter's rewards\"}".formatted(amount);
    return FUNDING + "/" + json(operate(grace, FUNDING, body)).path("id").asString() + "/approve";
  }

  private PurchaseId buyHundredDollars(AgentId buyer) {
    PurchaseId id = new PurchaseId(freshId("pur_"));
    post(
        new Posting.Purchase(
            PostingId.ofPurchase(id),
            id,
            buyer,
            HUNDRED_DOLLARS,
            THREE_PERCENT.of(HUNDRED_DOLLARS),
            THREE_PERCENT,
            Credits.of(1000),
            Credits.ZERO,
            Usd.parse("3.20"),
            Note.NONE));
    return id;
  }

  private void refund(AgentId buyer, PurchaseId purchase) {
    HoldId hold = new HoldId(freshId("hld_"));
    PurchaseTerms terms = new PurchaseTerms(HUNDRED_DOLLARS, THREE_PERCENT.of(HUNDRED_DOLLARS));
    accept(
        new Reversal.ReserveRefund(
            new PostingId(hold + "/place"), hold, purchase, buyer, HUNDRED_DOLLARS, "rfd"));
    accept(
        new Reversal.CaptureRefund(
            new PostingId(hold + "/capture"),
            hold,
            purchase,
            buyer,
            terms,
            HUNDRED_DOLLARS,
            "rfd"));
  }

  private HoldId settledOrder(AgentId buyer, AgentId seller, String price) {
    HoldId hold = new HoldId(freshId("hld_"));
    Credits amount = Credits.parse(price);
    accept(
        new Posting.PlaceHold(
            new PostingId(hold + "/place"), hold, HoldPurpose.ORDER, buyer, seller, amount, "ord"));
    accept(
        new Posting.SettleHold(
            PostingId.ofSettlement(hold),
            hold,
            buyer,
            seller,
            amount,
            FeeRate.ofBasisPoints(500),
            "ord"));
    return hold;
  }

  private void accept(Posting posting) {
    assertThat(post(posting)).isInstanceOf(Outcome.Accepted.class);
  }
}
