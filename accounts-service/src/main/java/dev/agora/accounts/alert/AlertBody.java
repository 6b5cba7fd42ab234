package dev.agora.accounts.alert;

import java.time.Instant;

/**
 * What a webhook is sent; amounts in credits. Members may be added.
 *
 * @param id the same each time it is sent
 * @param type {@code alert}
 * @param agentName as its owner calls it
 */
record AlertBody(
    String id,
    String type,
    boolean test,
    String rule,
    String kind,
    String agent,
    String agentName,
    String threshold,
    String figure,
    Instant at) {

  static AlertBody of(Alert alert, String agentName) {
    return new AlertBody(
        alert.id(),
        "alert",
        alert.test(),
        alert.rule(),
        alert.kind().name(),
        alert.agent().value(),
        agentName,
        alert.threshold().toString(),
        alert.figure().toString(),
        alert.at());
  }
}
