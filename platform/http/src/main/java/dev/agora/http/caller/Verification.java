package dev.agora.http.caller;

import java.time.Instant;

/** What became of a token. */
sealed interface Verification {

  /**
   * The gateway says so.
   *
   * @param caller who it speaks for
   * @param expiresAt until when that may be remembered
   */
  record Verified(Caller caller, Instant expiresAt) implements Verification {}

  /**
   * Not the gateway's word.
   *
   * @param reason a sentence that may be shown
   */
  record Refused(String reason) implements Verification {}

  /** The gateway's keys cannot be had at the moment, so that nobody can tell. */
  record Undecided() implements Verification {}
}
