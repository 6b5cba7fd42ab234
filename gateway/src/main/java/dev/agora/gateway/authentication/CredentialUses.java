package dev.agora.gateway.authentication;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials were used since the last report: of each the first use only, so that a busy one
 * costs a look into a map. Bounded and thread-safe.
 */
final class CredentialUses {

  private static final int NOTED_MAX = 200_000;

  private final Map<String, Use> noted = new ConcurrentHashMap<>();
  private final Clock clock;

  CredentialUses(Clock clock) {
    this.clock = clock;
  }

  /** One line of the message {@code accounts.credential-uses}. */
  record Use(String credentialId, Instant at, String source) {}

  void note(String credentialId, @Nullable InetSocketAddress remote) {
    if (!noted.containsKey(credentialId) && noted.size() < NOTED_MAX) {
      String source =
          remote == null || remote.getAddress() == null
              ? "unknown"
              : remote.getAddress().getHostAddress();
      noted.putIfAbsent(credentialId, new Use(credentialId, clock.instant(), source));
    }
  }

  /** Takes out at most so many. */
  List<Use> take(int max) {
    List<Use> taken = noted.values().stream().limit(max).toList();
    taken.forEach(use -> noted.remove(use.credentialId(), use));
    return taken;
  }

  /** Puts back what could not be reported. */
  void putBack(List<Use> uses) {
    uses.forEach(use -> noted.putIfAbsent(use.credentialId(), use));
  }
}
