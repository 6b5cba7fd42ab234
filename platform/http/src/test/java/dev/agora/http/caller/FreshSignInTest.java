package dev.agora.http.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshSignInTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final FreshSignIn freshSignIn =
      new FreshSignIn(Duration.ofMinutes(5), InstantSource.fixed(NOW));

  @Test
  void who_showed_a_password_a_moment_ago_passes() {
    assertThat(freshSignIn.refusal(human(NOW.minusSeconds(299)))).isEmpty();
  }

  @Test
  void who_showed_it_earlier_or_never_is_asked_again() {
    for (Instant shown : new @Nullable Instant[] {NOW.minusSeconds(300), null}) {
      assertThat(freshSignIn.refusal(human(shown)).map(Problem::code))
          .contains(CommonProblem.STEP_UP_REQUIRED);
    }
  }

  @Test
  void an_agent_is_sent_to_its_owner() {
    Optional<Problem> refusal =
        freshSignIn.refusal(new Caller("agt_1", Set.of(Role.AGENT), Set.of()));

    assertThat(refusal.orElseThrow().detail()).contains("owner");
  }

  private static Caller human(@Nullable Instant shown) {
    return new Caller("hum_1", Set.of(Role.HUMAN), Set.of(), shown, null);
  }
}
