package dev.agora.crash;

import static dev.agora.crash.CrashingEconomy.arm;
import static dev.agora.crash.CrashingEconomy.awaitDeath;
import static dev.agora.crash.CrashingEconomy.everybodyUp;
import static dev.agora.crash.CrashingEconomy.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process halts at each place that a conversion passes, alone or with Kafka or Stripe killed
 * beside it, comes back, and the conversion ends with one transfer. The suite takes the first few
 * places; {@code -Pproof} takes all.
 */
class ConversionCrashIT {

  private static final int SUITE = 5;

  /** Those where most is at stake first. */
  private static final List<Arguments> PLACES =
      List.of(
          Arguments.of(Part.PAYOUT, "after-effect-before-commit/payout.send-transfer"),
          Arguments.of(Part.LEDGER, "after-effect-before-commit/ledger.capture-conversion"),
          Arguments.of(Part.PAYOUT, "orchestrator-after-commit/conversion/transfer"),
          Arguments.of(Part.LEDGER, "after-commit-before-acknowledge/ledger.place-hold"),
          Arguments.of(Part.LEDGER, "relay-after-send-before-mark/payout.saga-replies.v1"),
          Arguments.of(Part.PAYOUT, "orchestrator-after-commit/conversion/reserve"),
          Arguments.of(Part.PAYOUT, "orchestrator-after-commit/conversion/clear"),
          Arguments.of(Part.PAYOUT, "orchestrator-after-commit/conversion/capture"),
          Arguments.of(Part.PAYOUT, "after-commit-before-acknowledge/payout.send-transfer"),
          Arguments.of(Part.PAYOUT, "after-effect-before-commit/reply"),
          Arguments.of(Part.PAYOUT, "after-commit-before-acknowledge/reply"),
          Arguments.of(Part.PAYOUT, "relay-after-send-before-mark/ledger.commands.v1"),
          Arguments.of(Part.PAYOUT, "relay-after-send-before-mark/payout.commands.v1"),
          Arguments.of(Part.LEDGER, "after-effect-before-commit/ledger.place-hold"),
          Arguments.of(Part.LEDGER, "after-commit-before-acknowledge/ledger.capture-conversion"));

  private static Street street;

  @BeforeAll
  static void openStreet() {
    street = Street.open(everybodyUp());
  }

  @BeforeEach
  void theEarnerHasEnough() {
    if (street.available(street.earner()).compareTo(new BigDecimal("100")) < 0) {
      street.earnAgain();
    }
  }

  @AfterEach
  void nobodyStaysDown() {
    everybodyUp();
  }

  static List<Arguments> places() {
    return Boolean.getBoolean("crash.all-places") ? PLACES : PLACES.subList(0, SUITE);
  }

  /**
   * The suite takes the place between Stripe's answer and its record; {@code -Pproof} takes all.
   */
  static List<Arguments> placesAndNeighbours() {
    List<Arguments> places = Boolean.getBoolean("crash.all-places") ? PLACES : PLACES.subList(0, 1);
    return places.stream()
        .flatMap(
            place ->
                Stream.of(Part.KAFKA, Part.STRIPE)
                    .map(neighbour -> Arguments.of(place.get()[0], place.get()[1], neighbour)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("places")
  void aConversionSurvives(Part part, String failPoint) {
    assertEndsOnce(part, failPoint, () -> {});
  }

  @ParameterizedTest
  @MethodSource("placesAndNeighbours")
  void aConversionSurvivesWithANeighbourKilledToo(Part part, String failPoint, Part neighbour) {
    assertEndsOnce(
        part,
        failPoint,
        () -> {
          running().kill(neighbour);
          running().start(neighbour);
        });
  }

  private static void assertEndsOnce(Part part, String failPoint, Runnable whileItIsDead) {
    BigDecimal before = street.available(street.earner());
    arm(part, failPoint);

    // On a busy machine the part may halt before the answer is out; the client then repeats its
    // request until the part is back.
    CompletableFuture<Answer> asked =
        CompletableFuture.supplyAsync(() -> street.startConverting("100"));
    awaitDeath(part);
    whileItIsDead.run();
    running().start(part);
    Answer conversion = asked.join();

    street.awaitConversion(conversion, "COMPLETED");
    assertThat(street.available(street.earner()))
        .isEqualByComparingTo(before.subtract(new BigDecimal("100")));
    assertThat(street.stripeTransfers(conversion)).isEqualTo(1);
    street.assertProof();
  }
}
