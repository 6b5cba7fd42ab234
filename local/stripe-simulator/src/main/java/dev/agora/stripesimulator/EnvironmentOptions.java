package dev.agora.stripesimulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the options of a simulator that runs as a program; the README lists them. */
final class EnvironmentOptions {
  private EnvironmentOptions() {}

  static SimulatorOptions of(Map<String, String> environment, String freshSeed) {
    boolean atOnce =
        Boolean.parseBoolean(environment.getOrDefault("STRIPE_SIMULATOR_SETTLE_AT_ONCE", "true"));
    String payoutDelay =
        environment.getOrDefault("STRIPE_SIMULATOR_PAYOUT_DELAY", atOnce ? "PT2S" : "P2D");
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withDoor(door(environment))
            .withSeed(environment.getOrDefault("STRIPE_SIMULATOR_SEED", freshSeed))
            .withSettleAtOnce(atOnce)
            .withPayoutDelay(Duration.parse(payoutDelay));
    String data = filled(environment, "STRIPE_SIMULATOR_DATA");
    if (data != null) {
      options = options.withData(Path.of(data));
    }
    String record = filled(environment, "STRIPE_SIMULATOR_RECORD");
    if (record != null) {
      options = options.withRecord(Path.of(record));
    }
    String url = filled(environment, "STRIPE_SIMULATOR_WEBHOOK_URL");
    if (url != null) {
      options = options.withPlatformEndpoint(url, secret(environment, "STRIPE_WEBHOOK_SECRET"));
    }
    String connectUrl = filled(environment, "STRIPE_SIMULATOR_CONNECT_WEBHOOK_URL");
    if (connectUrl != null) {
      options =
          options.withConnectEndpoint(
              connectUrl, secret(environment, "STRIPE_CONNECT_WEBHOOK_SECRET"));
    }
    return options;
  }

  private static SimulatorOptions.Door door(Map<String, String> environment) {
    return new SimulatorOptions.Door(
        environment.getOrDefault("STRIPE_SIMULATOR_ADDRESS", "127.0.0.1"),
        Integer.parseInt(environment.getOrDefault("STRIPE_SIMULATOR_PORT", "12111")),
        filled(environment, "STRIPE_SIMULATOR_PUBLIC_URL"));
  }

  private static String secret(Map<String, String> environment, String name) {
    String secret = filled(environment, name);
    if (secret == null) {
      throw new IllegalArgumentException(
          name + " is missing: a webhook endpoint without a secret cannot be verified");
    }
    return secret;
  }

  private static @Nullable String filled(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
