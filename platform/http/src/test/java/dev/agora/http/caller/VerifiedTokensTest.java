package dev.agora.http.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Verification.Verified LIVE = until(NOW.plusSeconds(60));

  private final VerifiedTokens tokens = new VerifiedTokens(3);

  @Test
  void never_holds_more_than_its_bound() {
    for (int i = 0; i < 100; i++) {
      tokens.remember("token " + i, LIVE, NOW);
      assertThat(tokens.size()).isLessThanOrEqualTo(3);
    }
    assertThat(tokens.find("token 99", NOW)).contains(LIVE);
  }

  @Test
  void what_expired_makes_room_first() {
    tokens.remember("live", LIVE, NOW);
    tokens.remember("old", until(NOW.plusSeconds(1)), NOW);
    tokens.remember("older", until(NOW.plusSeconds(1)), NOW);

    tokens.remember("new", LIVE, NOW.plusSeconds(2));

    assertThat(tokens.find("live", NOW.plusSeconds(2))).contains(LIVE);
    assertThat(tokens.size()).isEqualTo(2);
  }

  @Test
  void an_expired_token_is_not_found() {
    tokens.remember("token", LIVE, NOW);

    assertThat(tokens.find("token", NOW.plusSeconds(60))).isEmpty();
  }

  private static Verification.Verified until(Instant expiresAt) {
    return new Verification.Verified(new Caller("agt_1", Set.of(Role.AGENT), Set.of()), expiresAt);
  }
}
