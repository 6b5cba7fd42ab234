package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.stripe.exception.StripeException;
import dev.agora.stripesimulator.state.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stand-in's own rules, whatever happens to it: no cent comes from nowhere, one key makes one
 * object, and everything that happened has exactly one event.
 */
class RandomLifeTest {

  private static final int SEEDS = Integer.getInteger("simulator.lives", 6);
  private static final int STEPS = 40;
  private static final Set<String> GONE = Set.of("failed", "canceled");

  @RegisterExtension
  final TestSimulator stripe = new TestSimulator(options -> options.withSettleAtOnce(false));

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noCentComesFromNowhereAndEverythingIsToldOnce(long seed) throws StripeException {
    RandomLife life =
        new RandomLife(stripe, seed, List.of(Connected.active(stripe), Connected.active(stripe)));
    for (int step = 0; step < STEPS; step++) {
      life.step();
      assertBalancesAreSums(life);
      assertNothingCameFromNowhere(life);
    }
    assertToldOnce(life);
  }

  private static void assertBalancesAreSums(RandomLife life) {
    assertThat(life.list("ledger"))
        .as("after %s", life.happened())
        .allSatisfy(
            account ->
                assertThat(Json.number(account, "available") + Json.number(account, "pending"))
                    .isEqualTo(Json.number(account, "sum_of_transactions")));
  }

  /** What accounts have, Stripe kept, customers have paid and banks were paid out is nothing. */
  private static void assertNothingCameFromNowhere(RandomLife life) {
    long accounts =
        life.list("ledger")
            .mapToLong(it -> Json.number(it, "available") + Json.number(it, "pending"))
            .sum();
    long kept = sum(life.all("balance_transaction"), "fee");
    long customers =
        sum(refunds(life).filter(it -> !GONE.contains(status(it))), "amount")
            + sum(life.all("dispute").filter(it -> !status(it).equals("won")), "amount")
            - sum(cards(life).filter(it -> Json.flag(it, "paid")), "amount");
    long banks = sum(life.all("payout").filter(it -> !GONE.contains(status(it))), "amount");
    assertThat(accounts + kept + customers + banks).as("after %s", life.happened()).isZero();
  }

  private static void assertToldOnce(RandomLife life) {
    Map<String, Long> told =
        life.all("event")
            .collect(
                Collectors.groupingBy(
                    it ->
                        Json.requiredText(it, "type")
                            + " "
                            + Json.requiredText(it, "data", "object", "id"),
                    Collectors.counting()));
    assertTold(cards(life), told, "charge.succeeded", it -> Json.flag(it, "paid"));
    assertTold(cards(life), told, "charge.failed", it -> !Json.flag(it, "paid"));
    assertTold(refunds(life), told, "refund.created", it -> true);
    assertTold(refunds(life), told, "refund.failed", it -> status(it).equals("failed"));
    assertTold(life.all("dispute"), told, "charge.dispute.created", it -> true);
    assertTold(
        life.all("dispute"),
        told,
        "charge.dispute.closed",
        it -> status(it).equals("won") || status(it).equals("lost"));
    assertTold(life.all("transfer"), told, "transfer.created", it -> true);
    assertTold(life.all("payout"), told, "payout.created", it -> true);
    assertTold(life.all("payout"), told, "payout.failed", it -> status(it).equals("failed"));
    Map<String, Long> refunds = refunds(life).collect(count(it -> Json.requiredText(it, "charge")));
    assertThat(refunds)
        .allSatisfy(
            (charge, count) -> assertThat(told).containsEntry("charge.refunded " + charge, count));
  }

  /** One event for each object that fits, and none for the others. */
  private static void assertTold(
      Stream<JsonObject> objects,
      Map<String, Long> told,
      String event,
      Predicate<JsonObject> fits) {
    assertThat(objects)
        .allSatisfy(
            object ->
                assertThat(told.getOrDefault(event + " " + Json.requiredText(object, "id"), 0L))
                    .as("%s of %s", event, object)
                    .isEqualTo(fits.test(object) ? 1 : 0));
  }

  /** Not what transfers brought, which Stripe shows as a charge on the account that has it. */
  private static Stream<JsonObject> cards(RandomLife life) {
    return life.all("charge").filter(it -> Json.requiredText(it, "id").startsWith("ch_"));
  }

  /** Not what reversed transfers took, which Stripe shows as a refund of that charge. */
  private static Stream<JsonObject> refunds(RandomLife life) {
    return life.all("refund").filter(it -> Json.requiredText(it, "id").startsWith("re_"));
  }

  private static Collector<JsonObject, ?, Map<String, Long>> count(
      Function<JsonObject, String> by) {
    return Collectors.groupingBy(by, Collectors.counting());
  }

  private static String status(JsonObject object) {
    return Json.requiredText(object, "status");
  }

  private static long sum(Stream<JsonObject> objects, String field) {
    return objects.mapToLong(object -> Json.number(object, field)).sum();
  }
}
