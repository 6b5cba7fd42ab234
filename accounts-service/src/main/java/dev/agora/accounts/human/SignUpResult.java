package dev.agora.accounts.human;

/** What came of signing up. */
sealed interface SignUpResult {

  /** There is a new account, or there was one and its owner is told by mail. */
  record SignedUp(Human human) implements SignUpResult {}

  /** The password is too easy to guess. */
  record TooWeak(PasswordRefusal refusal) implements SignUpResult {}

  /** Too many passwords are being hashed. */
  record Busy() implements SignUpResult {}
}
