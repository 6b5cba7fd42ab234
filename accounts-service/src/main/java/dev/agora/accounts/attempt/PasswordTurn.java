package dev.agora.accounts.attempt;

import java.time.Duration;
import java.util.List;

/** Whether a password may be looked at. */
public sealed interface PasswordTurn {

  /** It may; what was taken for it counts unless it is given back. */
  record Granted(List<Allowance> taken) implements PasswordTurn {
    public Granted {
      taken = List.copyOf(taken);
    }
  }

  /** Too many were wrong; one may be tried after the pause. */
  record Refused(Duration pause) implements PasswordTurn {}
}
