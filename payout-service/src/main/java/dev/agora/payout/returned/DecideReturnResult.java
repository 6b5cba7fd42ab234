package dev.agora.payout.returned;

import dev.agora.payout.destination.PayoutAccountStatus;
import java.time.Instant;

/** What came of an operator's word, in the order in which it is found out. */
sealed interface DecideReturnResult {

  record Unknown() implements DecideReturnResult {}

  /** Nobody decides of their own money. */
  record OwnMoney() implements DecideReturnResult {}

  /** It is not booked yet, decided, or something else was asked. */
  record NotWaiting(ReturnedTransfer returned) implements DecideReturnResult {}

  /** Whoever asked can not approve. */
  record SameOperator() implements DecideReturnResult {}

  /** The owner has no such agent. */
  record AgentUnknown() implements DecideReturnResult {}

  record AgentClosed() implements DecideReturnResult {}

  /** The owner can not be paid. */
  record AccountRequired(PayoutAccountStatus status) implements DecideReturnResult {}

  record DestinationRests(Instant until) implements DecideReturnResult {}

  /** Asked for, or decided. */
  record Noted(ReturnedTransfer returned) implements DecideReturnResult {}
}
