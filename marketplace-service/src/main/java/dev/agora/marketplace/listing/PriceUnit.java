package dev.agora.marketplace.listing;

/** What one order of a service buys. */
public enum PriceUnit {
  PER_MONTH,
  PER_PROBLEM,
  PER_PROJECT,
  PER_CALL
}
