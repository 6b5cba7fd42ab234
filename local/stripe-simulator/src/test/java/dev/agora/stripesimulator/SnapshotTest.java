package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import dev.agora.stripesimulator.state.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A world goes back to what it was: with {@code /_sim/snapshot} and {@code /_sim/restore}. */
class SnapshotTest {
  @RegisterExtension final TestSimulator stripe = new TestSimulator();

  @Test
  void objectsClockKeysAndIdsAreWhatTheyWere() throws StripeException {
    Purchases.charge(stripe, 1_000, "pm_card_visa");
    JsonObject before = stripe.admin("GET", "objects?type=balance_transaction");
    Instant then = time();
    stripe.admin("POST", "snapshot");

    String made = create("key").getId();
    stripe.advance(Duration.ofDays(40));
    Purchases.charge(stripe, 2_000, "pm_card_visa");
    stripe.admin("POST", "restore");

    assertThat(stripe.admin("GET", "objects?type=balance_transaction")).isEqualTo(before);
    assertThat(time()).isBetween(then, then.plus(Duration.ofHours(1)));
    assertThat(stripe.client().v1().customers().list().getData()).isEmpty();
    assertThat(create("key").getId()).as("the key was never used").isEqualTo(made);
    assertThat(stripe.witness().last().headers().firstValue("Idempotent-Replayed")).isEmpty();
  }

  @Test
  void itIsGoneBackToAsOftenAsWanted() throws StripeException {
    String empty = id(stripe.admin("POST", "snapshot"));
    create("a");
    String one = id(stripe.admin("POST", "snapshot"));
    create("b");

    stripe.admin("POST", "restore", "id", empty);
    assertThat(stripe.client().v1().customers().list().getData()).isEmpty();
    create("c");
    stripe.admin("POST", "restore", "id", one);
    assertThat(stripe.client().v1().customers().list().getData()).hasSize(1);
    stripe.admin("POST", "restore", "id", empty);
    assertThat(stripe.client().v1().customers().list().getData()).isEmpty();
  }

  @Test
  void whatWasDueIsDueAgainAndFaultsStrikeAgain() throws StripeException {
    String account = Connected.active(stripe);
    Purchases.charge(stripe, 10_000, "pm_card_visa");
    Connected.transfer(stripe, account, 5_000);
    stripe.fault("WEBHOOK_DROP", "path", "payout.created");
    stripe.admin("POST", "snapshot");

    for (int round = 0; round < 2; round++) {
      stripe.advance(Duration.ofMinutes(1));
      stripe.advance(Duration.ofMinutes(1));
      JsonObject payout = Json.child(first("payout"), "object");
      assertThat(Json.text(payout, "status")).isEqualTo("paid");
      assertThat(Json.number(Json.list(stripe.admin("GET", "faults"), "data").getFirst(), "hits"))
          .isEqualTo(1);
      stripe.admin("POST", "restore");
    }

    assertThat(Json.list(stripe.admin("GET", "objects?type=payout"), "data")).isEmpty();
  }

  @Test
  void aRestoredWorldLastsOnDisk(@TempDir Path folder) throws StripeException {
    SimulatorOptions options = SimulatorOptions.defaults().withData(folder);
    String kept;
    try (StripeSimulator first = StripeSimulator.start(options)) {
      kept = client(first).v1().customers().create().getId();
      String snapshot = first.snapshot();
      client(first).v1().customers().create();
      first.restore(snapshot);
    }

    try (StripeSimulator second = StripeSimulator.start(options)) {
      assertThat(client(second).v1().customers().list().getData())
          .extracting(Customer::getId)
          .containsExactly(kept);
    }
  }

  private static StripeClient client(StripeSimulator simulator) {
    return StripeClient.builder()
        .setApiKey("sk_test_agora")
        .setApiBase(simulator.baseUrl())
        .build();
  }

  private JsonObject first(String type) {
    return Json.list(stripe.admin("GET", "objects?type=" + type), "data")
        .getFirst()
        .getAsJsonObject();
  }

  private Instant time() {
    return Instant.parse(Json.requiredText(stripe.admin("GET", "health"), "time"));
  }

  private static String id(JsonObject snapshot) {
    return Json.requiredText(snapshot, "id");
  }

  private Customer create(String key) throws StripeException {
    RequestOptions once = RequestOptions.builder().setIdempotencyKey(key).build();
    return stripe.client().v1().customers().create(CustomerCreateParams.builder().build(), once);
  }
}
