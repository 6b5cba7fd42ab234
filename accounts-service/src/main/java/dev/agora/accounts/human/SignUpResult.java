package dev.agora.accounts.human;

/** What came of signing up. */
sealed interface SignUpResult {

  /** There is a new account. */
  record SignedUp(Human human) implements SignUpResult {}

  /** The password is too easy to guess. */
  record TooWeak(PasswordRefusal refusal) implements SignUpResult {}

  /** Another account has the address. */
  record EmailTaken() implements SignUpResult {}

  /** Too many passwords are being hashed. */
  record Busy() implements SignUpResult {}
}
