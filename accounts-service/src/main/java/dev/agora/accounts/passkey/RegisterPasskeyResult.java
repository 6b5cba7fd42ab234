package dev.agora.accounts.passkey;

/** What came of making a passkey known. */
sealed interface RegisterPasskeyResult {

  /** The human has it from now on. */
  record Registered(Passkey passkey) implements RegisterPasskeyResult {}

  /** It is none, or not for this human, this page or this challenge, or somebody has it already. */
  record NotAccepted() implements RegisterPasskeyResult {}

  /** The human has as many as one may have. */
  record TooMany(int max) implements RegisterPasskeyResult {}
}
