package dev.agora.ledger.posting;

import org.jspecify.annotations.Nullable;

/** What a rule makes of a posting: a {@link Draft} of its movements, or a refusal. */
sealed interface Decision permits Draft, Decision.Refusal {

  /** Says no. */
  record Refusal(Rejection reason, @Nullable Grounds grounds) implements Decision {}

  static Refusal refuse(Rejection reason) {
    return new Refusal(reason, null);
  }
}
