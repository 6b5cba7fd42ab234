package dev.agora.payout.transfer;

import java.time.Instant;

/** What came of giving a transfer up, in the order in which it is found out. */
sealed interface GiveUpResult {

  /** There is no such transfer, or nobody has asked to give it up. */
  record Unknown() implements GiveUpResult {}

  /** It is known what became of it, by now or since long. */
  record NotInDoubt() implements GiveUpResult {}

  /** Stripe may still execute what it was asked. */
  record TooEarly(Instant from) implements GiveUpResult {}

  /** Whoever asked can not approve. */
  record SameOperator() implements GiveUpResult {}

  /** Stripe's list can not be read, so nothing is certain. */
  record NotReadable() implements GiveUpResult {}

  /** Asked for, or given up. */
  record Noted(GiveUp giveUp) implements GiveUpResult {}
}
