package dev.agora.crash;

import static org.awaitility.Awaitility.await;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Asks the market as a patient client does: the same request with the same key until it is
 * answered.
 */
final class Shopper {

  private static final String MARKET = "/api/v1/marketplace/";

  /** How long the start of a process may take on a machine that does other things as well. */
  private static final Duration RETURN = Duration.ofMinutes(2);

  private Shopper() {}

  static Answer ask(Agent agent, String path, Map<String, ?> body) {
    String key = UUID.randomUUID().toString();
    return await("an answer to " + path)
        .atMost(RETURN)
        .until(() -> agent.api().post(MARKET + path, body, key), answer -> answer.status() != 503);
  }

  /** Waits until what a path shows has that text at that place. */
  static void awaitText(Agent agent, String path, String pointer, String text) {
    await(path + " with " + text)
        .atMost(RETURN)
        .ignoreExceptions()
        .until(() -> agent.api().get(MARKET + path).body().at(pointer).asString().equals(text));
  }
}
