package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.param.CustomerCreateParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a process of its own, killed as crash tests kill it. */
class SimulatorProcessIT {
  @TempDir Path data;

  @Test
  void stateKeysAndUnsentWebhooksOutliveAKilledProcess() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      receiver.refuseNext(Integer.MAX_VALUE);
      Running first = start(receiver);
      Customer made = create(first.client());
      first.kill();
      receiver.refuseNext(0);

      Running second = start(receiver);

      try {
        assertThat(second.client().v1().customers().retrieve(made.getId()).getName())
            .isEqualTo("Ann");
        assertThat(create(second.client()).getId()).isEqualTo(made.getId());
        assertThat(second.client().v1().customers().create().getId()).isNotEqualTo(made.getId());
        Awaitility.await()
            .untilAsserted(
                () ->
                    assertThat(receiver.received())
                        .extracting(each -> each.payload().contains(made.getId()))
                        .contains(true));
      } finally {
        second.kill();
      }
    }
  }

  private static Customer create(StripeClient client) throws StripeException {
    return client
        .v1()
        .customers()
        .create(CustomerCreateParams.builder().setName("Ann").build(), Purchases.key("customer-1"));
  }

  private record Running(Process process, StripeClient client) {
    void kill() throws InterruptedException {
      process.destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Running start(WebhookReceiver receiver) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StripeSimulator.class.getName());
    builder.environment().put("STRIPE_SIMULATOR_PORT", "0");
    builder.environment().put("STRIPE_SIMULATOR_DATA", data.toString());
    builder.environment().put("STRIPE_SIMULATOR_WEBHOOK_URL", receiver.url());
    builder.environment().put("STRIPE_WEBHOOK_SECRET", TestSimulator.PLATFORM_SECRET);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      String line = process.inputReader().readLine();
      String base = line.substring(line.lastIndexOf(' ') + 1);
      return new Running(
          process, StripeClient.builder().setApiKey("sk_test_1").setApiBase(base).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
