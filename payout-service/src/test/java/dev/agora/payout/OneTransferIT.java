package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.payout.OneTransferStage.Conversion;
import dev.agora.payout.transfer.SendTransfer;
import dev.agora.payout.transfer.SendTransferResult;
import dev.agora.payout.transfer.SendTransferResult.NotYet;
import dev.agora.payout.transfer.SendTransferResult.Refused;
import dev.agora.payout.transfer.SendTransferResult.Sent;
import dev.agora.support.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Whatever Stripe and the line do, a conversion has one transfer or none, and we know which. The
 * commands come straight from the test, as the saga repeats them; the rest is real.
 */
@RealParts
@Import(OneTransferStage.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OneTransferIT {

  private static final List<String> FAULTS =
      List.of(
          "ERROR_BEFORE",
          "ERROR_DURING",
          "ERROR_AFTER",
          "CLOSE_BEFORE",
          "CLOSE_AFTER",
          "REFUSE",
          "RATE_LIMIT",
          "BAD_GATEWAY",
          "TRUNCATE",
          "WRONG_OBJECT",
          "HANG_BEFORE",
          "HANG_AFTER");

  private static final int HANGING = 2;

  /**
   * What Stripe or the line may do, and what we make of it; a refused connection is in {@code
   * OutcomesTest}.
   */
  private static final String OUTCOMES =
      """
      # fault,       status, code,                      list,  at once,                  status,   in the end,               transfers
      NONE,          0,      '',                        OK,    Sent,                     SENDING,  Sent,                     1
      WRONG_OBJECT,  0,      '',                        OK,    Sent,                     SENDING,  Sent,                     1
      TRUNCATE,      0,      '',                        OK,    Sent,                     SENDING,  Sent,                     1
      REFUSE,        400,    parameter_invalid_integer, OK,    transfer_refused,         SENDING,  transfer_refused,         0
      REFUSE,        400,    balance_insufficient,      OK,    transfer_refused,         SENDING,  transfer_refused,         0
      REFUSE,        400,    transfers_not_allowed,     OK,    payout_account_not_ready, SENDING,  payout_account_not_ready, 0
      REFUSE,        403,    forbidden,                 OK,    transfer_refused,         SENDING,  transfer_refused,         0
      REFUSE,        404,    resource_missing,          OK,    transfer_refused,         SENDING,  transfer_refused,         0
      KEY_TAKEN,     0,      '',                        OK,    NotYet,                   UNKNOWN,  NotYet,                   0
      REFUSE,        401,    invalid_api_key,           OK,    NotYet,                   SENDING,  Sent,                     1
      HANG_BEFORE,   0,      '',                        OK,    NotYet,                   UNKNOWN,  Sent,                     1
      REFUSE,        409,    idempotency_key_in_use,    OK,    NotYet,                   UNKNOWN,  Sent,                     1
      RATE_LIMIT,    0,      '',                        OK,    NotYet,                   SENDING,  Sent,                     1
      ERROR_BEFORE,  0,      '',                        OK,    NotYet,                   UNKNOWN,  Sent,                     1
      ERROR_DURING,  0,      '',                        OK,    NotYet,                   UNKNOWN,  NotYet,                   0
      ERROR_AFTER,   0,      '',                        OK,    Sent,                     SENDING,  Sent,                     1
      ERROR_AFTER,   0,      '',                        ERROR, NotYet,                   UNKNOWN,  Sent,                     1
      BAD_GATEWAY,   0,      '',                        OK,    NotYet,                   UNKNOWN,  Sent,                     1
      CLOSE_BEFORE,  0,      '',                        OK,    NotYet,                   UNKNOWN,  Sent,                     1
      CLOSE_AFTER,   0,      '',                        OK,    Sent,                     SENDING,  Sent,                     1
      CLOSE_AFTER,   0,      '',                        ERROR, NotYet,                   UNKNOWN,  Sent,                     1
      HANG_AFTER,    0,      '',                        OK,    Sent,                     SENDING,  Sent,                     1
      HANG_AFTER,    0,      '',                        ERROR, NotYet,                   UNKNOWN,  Sent,                     1
      """;

  /** The suite's part of it; {@code -Pproof} asks for 10,000. */
  private static final int RUNS = Integer.getInteger("payout.proof.runs", 10_000);

  private static final Duration SUITE =
      Duration.ofSeconds(Long.getLong("payout.proof.seconds", 20));

  @Autowired private SendTransfer sendTransfer;
  @Autowired private OneTransferStage stage;

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    OneTransferStage.register(registry);
  }

  @BeforeEach
  void clear() {
    stage.clearFaults();
  }

  @ParameterizedTest(name = "{0} {1} {2}, list {3}")
  @CsvSource(textBlock = OUTCOMES)
  void theTableOfOutcomes(
      String fault,
      int status,
      String code,
      String list,
      String atOnce,
      String then,
      String inTheEnd,
      int transfers) {
    Conversion conversion = stage.conversion();
    if (fault.equals("KEY_TAKEN")) {
      stage.takeKey(conversion);
    } else if (!fault.equals("NONE")) {
      stage.fault(conversion, fault, status, code);
    }
    if (list.equals("ERROR")) {
      stage.listFails(1);
    }
    assertThat(named(send(conversion))).isEqualTo(atOnce);
    assertThat(stage.statusOf(conversion)).isEqualTo(then);
    stage.clearFaults();
    stage.letHangingCallsEnd();
    assertThat(named(send(conversion))).isEqualTo(inTheEnd);
    assertThat(named(send(conversion))).isEqualTo(inTheEnd);
    assertThat(stage.transfers().getOrDefault(conversion.id(), 0L)).isEqualTo(transfers);
  }

  @Test
  void aKeyThatStripeHasForgottenIsNeverUsedAgain() {
    Conversion executed = stage.conversion();
    stage.fault(executed, "ERROR_AFTER", 0, "");
    stage.listFails(1);
    assertThat(send(executed)).isInstanceOf(NotYet.class);
    Conversion lost = stage.conversion();
    stage.fault(lost, "ERROR_DURING", 0, "");
    assertThat(send(lost)).isInstanceOf(NotYet.class);

    stage.passADayAndASecond();

    // The list is away: asking again with the forgotten key would send a second time.
    stage.listFails(1);
    assertThat(send(executed)).isInstanceOf(NotYet.class);
    assertThat(stage.transfers().get(executed.id())).isEqualTo(1);
    assertThat(send(executed)).isInstanceOf(Sent.class);
    assertThat(send(lost)).isInstanceOf(NotYet.class);
    assertThat(stage.statusOf(lost)).isEqualTo("UNKNOWN");
    assertThat(stage.transfers()).doesNotContainKey(lost.id()).containsEntry(executed.id(), 1L);
  }

  @Test
  void randomRunsEndWithOneTransferOrNoneAndTheSumsAgree() {
    long seed = Long.getLong("payout.proof.seed", ThreadLocalRandom.current().nextLong());
    Random random = new Random(seed);
    long until = System.nanoTime() + SUITE.toNanos();
    long sentBefore = stage.sentCents();
    long captured = 0;
    int runs = 0;
    while (runs < RUNS && System.nanoTime() < until) {
      captured += run(random, "seed " + seed + ", run " + runs);
      runs++;
    }
    System.out.printf("%,d random runs with seed %d, $%,.2f sent%n", runs, seed, captured / 100.0);
    assertThat(runs).isPositive();
    assertThat(stage.sentCents() - sentBefore).as("seed %d", seed).isEqualTo(captured);
    assertThat(stage.transfers().values()).as("seed %d", seed).containsOnly(1L);
  }

  /**
   * One conversion through up to five bad attempts; the cents that its credits are captured for.
   */
  private long run(Random random, String which) {
    Conversion conversion = stage.conversion();
    for (int attempts = random.nextInt(6); attempts > 0; attempts--) {
      stage.clearFaults();
      // The slow ones are rare, for the sake of the others.
      int kinds = random.nextInt(20) == 0 ? FAULTS.size() : FAULTS.size() - HANGING;
      stage.fault(conversion, FAULTS.get(random.nextInt(kinds)), 0, "");
      if (random.nextInt(3) == 0) {
        stage.listFails(1 + random.nextInt(2));
      }
      send(conversion);
      stage.letHangingCallsEnd();
      if (random.nextInt(10) == 0) {
        stage.passADay(conversion);
      }
    }
    stage.clearFaults();
    SendTransferResult result = send(conversion);
    long made = stage.transfersOf(conversion);
    assertThat(made).as(which).isEqualTo(result instanceof Sent ? 1 : 0);
    return result instanceof Sent ? conversion.netCents() : 0;
  }

  private SendTransferResult send(Conversion conversion) {
    return sendTransfer.send(conversion.order());
  }

  private static String named(SendTransferResult result) {
    return switch (result) {
      case Sent _ -> "Sent";
      case NotYet _ -> "NotYet";
      case Refused(var refusal) -> refusal.code();
    };
  }
}
