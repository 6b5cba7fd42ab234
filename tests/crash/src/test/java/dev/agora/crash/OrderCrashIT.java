package dev.agora.crash;

import static dev.agora.crash.CrashingEconomy.arm;
import static dev.agora.crash.CrashingEconomy.everybodyUp;
import static dev.agora.crash.CrashingEconomy.reviveAfterDeath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ledger or the market halts in the middle of funding, settling or giving back an order; it
 * comes back, and the order ends, once. The first few in the suite, all of them with {@code
 * -Dorders.crashes=100}.
 */
class OrderCrashIT {

  private static final int IN_THE_SUITE = 3;

  private static Bazaar bazaar;

  /** What of an order is under way, who halts, and where. */
  enum Crash {
    SETTLE_IN_THE_LEDGER(Part.LEDGER, "after-effect-before-commit/ledger.settle-hold"),
    SETTLE_IN_THE_MARKET(Part.MARKETPLACE, "after-commit-before-acknowledge/reply"),
    SETTLE_UNTOLD(Part.LEDGER, "relay-after-send-before-mark/marketplace.saga-replies.v1"),
    SETTLE_UNACKNOWLEDGED(Part.LEDGER, "after-commit-before-acknowledge/ledger.settle-hold"),
    SETTLE_UNASKED(Part.MARKETPLACE, "relay-after-send-before-mark/ledger.commands.v1"),
    SETTLE_UNCOMMITTED(Part.MARKETPLACE, "after-effect-before-commit/reply"),
    FUND_IN_THE_LEDGER(Part.LEDGER, "after-effect-before-commit/ledger.place-hold"),
    FUND_UNACKNOWLEDGED(Part.LEDGER, "after-commit-before-acknowledge/ledger.place-hold"),
    FUND_IN_THE_MARKET(Part.MARKETPLACE, "after-commit-before-acknowledge/reply"),
    FUND_UNCOMMITTED(Part.MARKETPLACE, "after-effect-before-commit/reply"),
    RELEASE_IN_THE_LEDGER(Part.LEDGER, "after-effect-before-commit/ledger.release-hold"),
    RELEASE_UNACKNOWLEDGED(Part.LEDGER, "after-commit-before-acknowledge/ledger.release-hold"),
    RELEASE_IN_THE_MARKET(Part.MARKETPLACE, "after-commit-before-acknowledge/reply");

    private final Part part;
    private final String place;

    Crash(Part part, String place) {
      this.part = part;
      this.place = place;
    }

    boolean is(String step) {
      return name().startsWith(step);
    }
  }

  static Stream<Crash> crashes() {
    return Arrays.stream(Crash.values()).limit(Integer.getInteger("orders.crashes", IN_THE_SUITE));
  }

  @BeforeAll
  static void openBazaar() {
    bazaar = Bazaar.open(Street.open(everybodyUp()));
  }

  @AfterEach
  void nobodyStaysDown() {
    everybodyUp();
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void anOrderSurvives(Crash crash) {
    BigDecimal buyer = bazaar.buyerHas();
    BigDecimal seller = bazaar.sellerHas();
    boolean released = crash.is("RELEASE");
    String service = released ? bazaar.slow() : bazaar.quick();
    String order = crash.is("FUND") ? crashedWhileBuying(crash, service) : bazaar.buy(service);
    if (crash.is("SETTLE")) {
      bazaar.deliver(order);
      crashWhile(crash, () -> bazaar.act(true, order, "approve"));
    } else if (released) {
      crashWhile(crash, () -> bazaar.act(false, order, "decline"));
    } else {
      bazaar.deliver(order);
      bazaar.act(true, order, "approve");
    }

    bazaar.awaitStatus(order, released ? "DECLINED" : "COMPLETED");
    bazaar.awaitPosted(order);
    BigDecimal price = released ? BigDecimal.ZERO : Bazaar.PRICE;
    BigDecimal net = released ? BigDecimal.ZERO : Bazaar.NET;
    assertThat(bazaar.buyerHas()).isEqualByComparingTo(buyer.subtract(price));
    assertThat(bazaar.sellerHas()).isEqualByComparingTo(seller.add(net));
    bazaar.street().assertProof();
  }

  private String crashedWhileBuying(Crash crash, String service) {
    arm(crash.part, crash.place);
    CompletableFuture<String> bought = CompletableFuture.supplyAsync(() -> bazaar.buy(service));
    reviveAfterDeath(crash.part);
    return bought.join();
  }

  /** On a busy machine the part may halt before the answer is out: the client asks again. */
  private static void crashWhile(Crash crash, Runnable deed) {
    arm(crash.part, crash.place);
    CompletableFuture<Void> done = CompletableFuture.runAsync(deed);
    reviveAfterDeath(crash.part);
    done.join();
  }
}
