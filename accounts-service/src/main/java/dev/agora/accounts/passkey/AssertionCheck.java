package dev.agora.accounts.passkey;

import dev.agora.accounts.human.HumanId;
import org.jspecify.annotations.Nullable;

/** What came of looking at a signature with a passkey. */
public sealed interface AssertionCheck {

  /**
   * It is good.
   *
   * @param human whose passkey it is
   * @param passwordVersion of the password that was shown before, or null
   */
  record Right(HumanId human, @Nullable Long passwordVersion) implements AssertionCheck {}

  /** It is not, or its challenge is not; nobody outside is told why. */
  record Wrong() implements AssertionCheck {}

  /** It is not even one. */
  record Malformed() implements AssertionCheck {}
}
