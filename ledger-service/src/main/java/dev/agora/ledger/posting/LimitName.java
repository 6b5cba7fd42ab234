package dev.agora.ledger.posting;

/** Which of an agent's limits; the constants' order is the order in which they are checked. */
public enum LimitName {
  PER_PAYMENT,
  DAILY,
  MONTHLY
}
