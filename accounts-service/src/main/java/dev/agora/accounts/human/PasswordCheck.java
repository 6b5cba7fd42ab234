package dev.agora.accounts.human;

import org.jspecify.annotations.Nullable;

/** What came of looking at an address and a password. */
public sealed interface PasswordCheck {

  /**
   * They belong together.
   *
   * @param passwordVersion counts the human's passwords
   */
  record Right(Human human, long passwordVersion) implements PasswordCheck {}

  /**
   * They do not, or there is no such account; nobody outside is told which.
   *
   * @param human whose address it is, or null
   */
  record Wrong(@Nullable HumanId human) implements PasswordCheck {}

  /** Too many passwords are being hashed. */
  record Busy() implements PasswordCheck {}
}
