package dev.agora.accounts.passkey;

import dev.agora.accounts.human.HumanId;
import java.time.Duration;

/** What came of looking at a recovery code. */
public sealed interface RecoveryCheck {

  /**
   * It was good, and is used now.
   *
   * @param passwordVersion of the password that was shown before
   */
  record Right(HumanId human, long passwordVersion) implements RecoveryCheck {}

  /** It is not, or was used. */
  record Wrong() implements RecoveryCheck {}

  /** The challenge that came with it is not good any more: the password has to be shown again. */
  record Over() implements RecoveryCheck {}

  /** Too many were wrong; one may be tried after the pause. */
  record TooMany(Duration pause) implements RecoveryCheck {}
}
