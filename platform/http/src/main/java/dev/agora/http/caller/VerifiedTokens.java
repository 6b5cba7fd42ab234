package dev.agora.http.caller;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers verified tokens until they expire; bounded. */
final class VerifiedTokens {

  private final Map<String, Verification.Verified> byToken = new ConcurrentHashMap<>();
  private final int max;

  VerifiedTokens(int max) {
    this.max = max;
  }

  Optional<Verification.Verified> find(String token, Instant now) {
    return Optional.ofNullable(byToken.get(token)).filter(known -> now.isBefore(known.expiresAt()));
  }

  void remember(String token, Verification.Verified verified, Instant now) {
    if (byToken.size() >= max) {
      byToken.values().removeIf(known -> !now.isBefore(known.expiresAt()));
    }
    if (byToken.size() >= max) {
      // All of them live: to verify them once more costs less than to keep an order among them.
      byToken.clear();
    }
    byToken.put(token, verified);
  }

  int size() {
    return byToken.size();
  }
}
