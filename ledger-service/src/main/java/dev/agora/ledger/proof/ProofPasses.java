package dev.agora.ledger.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One walk: the pass at hand, and the last complete one.
 *
 * @param last null until the first pass is complete
 */
record ProofPasses(ProofPass current, @Nullable ProofPass last) {

  /** The one that found more; a finding stands until a complete pass does not find it again. */
  ProofPass worse() {
    ProofPass complete = last;
    return complete == null || complete.findings() < current.findings() ? current : complete;
  }

  @Nullable Instant lastEndedAt() {
    ProofPass complete = last;
    return complete == null ? null : complete.endedAt();
  }

  String lastEnded() {
    Instant ended = lastEndedAt();
    return ended == null ? "never" : ended.toString();
  }

  /** What the last complete pass has looked at, or the first one so far. */
  long checked() {
    ProofPass complete = last;
    return complete == null ? current.checked() : complete.checked();
  }
}
