package dev.agora.http.caller;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells whether a human has shown a password or a passkey a moment ago: a session that was left
 * open, or stolen, opens less than its human does. Routes that always need it say so in {@link
 * AllowedTo#fresh()}; those that sometimes do ask here. Thread-safe.
 */
public final class FreshSignIn {

  private final Duration within;
  private final InstantSource clock;

  FreshSignIn(Duration within, InstantSource clock) {
    this.within = within;
    this.clock = clock;
  }

  /** Empty if whoever calls has; an agent never has. */
  public Optional<Problem> refusal(Caller caller) {
    Instant shown = caller.authenticatedAt();
    if (shown != null && clock.instant().isBefore(shown.plus(within))) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
                CommonProblem.STEP_UP_REQUIRED,
                caller.is(Role.AGENT)
                    ? "No key opens this: it takes the agent's owner."
                    : "You have shown neither for a while.")
            .withRemedy(
                "The human shows one at /api/v1/me/step-up, in the same session, and tries again."));
  }
}
