package dev.agora.crash;

import static dev.agora.crash.CrashingEconomy.arm;
import static dev.agora.crash.CrashingEconomy.everybodyUp;
import static dev.agora.crash.CrashingEconomy.reviveAfterDeath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ledger or the market halts while a budget is set aside, taken from or ended; it comes back,
 * and the seller has what was taken, once, less one fee. The suite takes the first few places;
 * {@code -Pproof} takes all.
 */
class BudgetCrashIT {

  private static final int SUITE = 2;
  private static final BigDecimal TAKEN = Bazaar.PRICE.multiply(BigDecimal.TWO);
  private static final BigDecimal NET = Bazaar.NET.multiply(BigDecimal.TWO);

  /** During what it happens. */
  enum Deed {
    OPEN,
    USE,
    CLOSE
  }

  private static final List<Arguments> PLACES =
      List.of(
          Arguments.of(Deed.USE, Part.LEDGER, "after-effect-before-commit/ledger.capture-hold"),
          Arguments.of(
              Deed.USE, Part.MARKETPLACE, "orchestrator-after-commit/budget-capture/capture"),
          Arguments.of(
              Deed.USE, Part.LEDGER, "after-commit-before-acknowledge/ledger.capture-hold"),
          Arguments.of(
              Deed.USE, Part.LEDGER, "relay-after-send-before-mark/marketplace.saga-replies.v1"),
          Arguments.of(
              Deed.USE, Part.MARKETPLACE, "relay-after-send-before-mark/ledger.commands.v1"),
          Arguments.of(Deed.USE, Part.MARKETPLACE, "after-effect-before-commit/reply"),
          Arguments.of(Deed.USE, Part.MARKETPLACE, "after-commit-before-acknowledge/reply"),
          Arguments.of(Deed.CLOSE, Part.LEDGER, "after-effect-before-commit/ledger.settle-hold"),
          Arguments.of(
              Deed.CLOSE, Part.LEDGER, "after-commit-before-acknowledge/ledger.settle-hold"),
          Arguments.of(Deed.CLOSE, Part.MARKETPLACE, "after-effect-before-commit/reply"),
          Arguments.of(Deed.CLOSE, Part.MARKETPLACE, "orchestrator-after-commit/budget/settle"),
          Arguments.of(Deed.OPEN, Part.LEDGER, "after-effect-before-commit/ledger.place-hold"),
          Arguments.of(Deed.OPEN, Part.MARKETPLACE, "after-commit-before-acknowledge/reply"));

  private static Street street;
  private static String service;

  @BeforeAll
  static void openShop() {
    street = Street.open(everybodyUp());
    street.buyer().buy(street.spender(), "pkg_100");
    service = Bazaar.publish(street.earner(), "Calls", "PER_CALL", true);
  }

  @AfterEach
  void nobodyStaysDown() {
    everybodyUp();
  }

  static List<Arguments> places() {
    return Boolean.getBoolean("crash.all-places") ? PLACES : PLACES.subList(0, SUITE);
  }

  @ParameterizedTest
  @MethodSource("places")
  void aBudgetSurvives(Deed deed, Part part, String failPoint) {
    BigDecimal buyer = street.available(street.spender());
    BigDecimal seller = street.available(street.earner());

    String budget = doing(deed == Deed.OPEN, part, failPoint, BudgetCrashIT::open);
    use(budget, "first");
    doing(deed == Deed.USE, part, failPoint, () -> use(budget, "second"));
    doing(deed == Deed.CLOSE, part, failPoint, () -> close(budget));

    Shopper.awaitText(street.spender(), "budgets/" + budget, "/status", "CLOSED");
    assertThat(street.available(street.spender())).isEqualByComparingTo(buyer.subtract(TAKEN));
    assertThat(street.available(street.earner())).isEqualByComparingTo(seller.add(NET));
    street.assertProof();
  }

  private static String open() {
    String budget =
        Shopper.ask(
                street.spender(),
                "budgets",
                Map.of("service", service, "amount", "35", "expiresIn", "PT1H"))
            .must(202)
            .text("/id");
    Shopper.awaitText(street.spender(), "budgets/" + budget, "/status", "OPEN");
    return budget;
  }

  /** Takes a call, and waits until the seller is paid for it. */
  private static String use(String budget, String reference) {
    String used =
        Shopper.ask(street.earner(), "budgets/" + budget + "/uses", Map.of("reference", reference))
            .must(200)
            .text("/used");
    Shopper.awaitText(street.earner(), "budgets/" + budget, "/captured", used);
    return used;
  }

  /** That it is closed already is an answer, too, if the first one was lost. */
  private static String close(String budget) {
    return Shopper.ask(street.spender(), "budgets/" + budget + "/close", Map.of())
        .must(200, 409)
        .toString();
  }

  /** Does something, during which a part may halt and come back. */
  private static String doing(boolean crash, Part part, String failPoint, Supplier<String> deed) {
    if (!crash) {
      return deed.get();
    }
    arm(part, failPoint);
    CompletableFuture<String> done = CompletableFuture.supplyAsync(deed);
    reviveAfterDeath(part);
    return done.join();
  }
}
