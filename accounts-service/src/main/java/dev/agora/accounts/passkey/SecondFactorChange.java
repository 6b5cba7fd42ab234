package dev.agora.accounts.passkey;

import dev.agora.accounts.human.HumanId;
import dev.agora.audit.Act;
import dev.agora.audit.Deed;
import java.util.Map;

/** How the audit log tells that a password is, or is not, enough from now on. */
final class SecondFactorChange {

  private SecondFactorChange() {}

  static Deed deed(HumanId human, boolean required) {
    return Deed.of(Act.SECOND_FACTOR_CHANGED, human.value(), human.value())
        .changing(
            Map.of("required", Boolean.toString(!required)),
            Map.of("required", Boolean.toString(required)));
  }
}
