package dev.agora.accounts.role;

import dev.agora.accounts.human.HumanId;

/** What came of appointing an operator by command. */
sealed interface AppointOperatorResult {

  /** The human is an operator, now or since before. */
  record Appointed(HumanId human) implements AppointOperatorResult {}

  /** Nobody has signed up with the address. */
  record NoSuchHuman() implements AppointOperatorResult {}

  /** Nobody has proved that they read mail at the address. */
  record Unconfirmed() implements AppointOperatorResult {}

  /** There are two, who appoint all others. */
  record EnoughOperators() implements AppointOperatorResult {}
}
