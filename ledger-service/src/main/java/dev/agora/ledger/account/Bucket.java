package dev.agora.ledger.account;

/**
 * Where an agent's credits came from; the constants' order is the order in which they are spent.
 */
public enum Bucket {
  /** The bonus of a purchase. */
  PROMOTIONAL,
  /** The base of a purchase. */
  PURCHASED,
  /** Income from an agent of another owner; the only credits that convert to dollars. */
  EARNED
}
