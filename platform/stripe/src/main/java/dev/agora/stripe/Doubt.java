package dev.agora.stripe;

/** Why the outcome of a call is not known. */
public enum Doubt {
  /** No connection: Stripe never saw the request. */
  NOT_SENT(false),
  /** Stripe was too busy to look at it (429). */
  RATE_LIMITED(false),
  /** Our key is wrong or may not do this (401): everything stops until a person mends it. */
  MISCONFIGURED(false),
  /** The first request with this idempotency key still runs (409). */
  IN_FLIGHT(true),
  /** The idempotency key belongs to another request: an error of ours, for a person to look at. */
  KEY_COLLISION(true),
  /** 5xx; the same key is answered the same again, whatever Stripe did. */
  SERVER_ERROR(true),
  /** Time-out, reset or end of stream. */
  NO_ANSWER(true),
  /** Stripe says it is done, but the answer can not be read or is not about our request. */
  UNREADABLE(true);

  private final boolean perhapsDone;

  Doubt(boolean perhapsDone) {
    this.perhapsDone = perhapsDone;
  }

  /** Whether Stripe may have executed the request; false is certain. */
  public boolean isPerhapsDone() {
    return perhapsDone;
  }

  /** Whether the same request may well get through in a moment. */
  boolean isWorthRepeating() {
    return this == RATE_LIMITED || this == NOT_SENT || this == NO_ANSWER;
  }

  /** Whether Stripe as a whole seems unwell, which the circuit breaker counts. */
  boolean isOutage() {
    return this != RATE_LIMITED && this != IN_FLIGHT && this != KEY_COLLISION;
  }
}
