package dev.agora.accounts.key;

import dev.agora.accounts.credential.IssuedCredential;

/** What came of adding a key. */
sealed interface AddKeyResult {

  /** There is a new key. */
  record Added(IssuedCredential key) implements AddKeyResult {}

  /** The human has no such agent. */
  record NoSuchAgent() implements AddKeyResult {}

  /** The agent has as many as one may have. */
  record TooManyKeys(int max) implements AddKeyResult {}
}
