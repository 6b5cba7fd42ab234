package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever Stripe does, credits and dollars agree in the end. */
class TransferIT extends RunningPayout {

  /** The saga repeats a command of unknown outcome after 30 s. */
  private static final Duration AFTER_A_REPETITION = Duration.ofMinutes(1);

  @Test
  void aRefusalByStripeGivesCreditsAndCapBack() {
    onboard();
    fault("REFUSE", "/v1/transfers", "\"code\": \"balance_insufficient\",");
    String id =
        Stage.json(convertAsOwner("10000", UUID.randomUUID().toString())).path("id").stringValue();
    awaitStatus(id, "REJECTED");
    assertThat(read(id).path("rejection").path("code").stringValue()).isEqualTo("transfer_refused");
    assertThat(ledger.received("ledger.release-hold", owner.agentId())).hasSize(1);
    assertThat(Stage.transfersOf(id)).isZero();
    assertThat(convertAsOwner("10000", UUID.randomUUID().toString()).statusCode()).isEqualTo(202);
  }

  /** The table of outcomes: whatever the line does, there is one transfer in the end. */
  @Test
  void whateverTheLineDoesThereIsOneTransfer() {
    onboard();
    List<String> ids = new ArrayList<>();
    for (String kind :
        List.of(
            "ERROR_AFTER",
            "CLOSE_AFTER",
            "HANG_AFTER",
            "TRUNCATE",
            "WRONG_OBJECT",
            "ERROR_BEFORE",
            "CLOSE_BEFORE",
            "BAD_GATEWAY",
            "RATE_LIMIT")) {
      fault(kind, "/v1/transfers", "\"method\": \"POST\", \"delayMillis\": 1500,");
      String id = Stage.json(convert("100")).path("id").stringValue();
      ids.add(id);
      await().atMost(SOON).until(() -> faultsHit() == ids.size());
    }
    for (String id : ids) {
      await()
          .atMost(AFTER_A_REPETITION)
          .untilAsserted(
              () -> assertThat(read(id).path("status").stringValue()).isEqualTo("COMPLETED"));
      assertThat(Stage.transfersOf(id)).isEqualTo(1);
    }
  }
}
