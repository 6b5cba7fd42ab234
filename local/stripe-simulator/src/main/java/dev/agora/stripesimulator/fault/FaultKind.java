package dev.agora.stripesimulator.fault;

/** Ways to fail, in the words of the module's README. */
public enum FaultKind {
  ERROR_BEFORE,
  ERROR_DURING,
  ERROR_AFTER,
  CLOSE_BEFORE,
  CLOSE_AFTER,
  HANG_BEFORE,
  HANG_AFTER,
  REFUSE,
  RATE_LIMIT,
  BAD_GATEWAY,
  TRUNCATE,
  WRONG_OBJECT,
  LIE,
  TRICKLE,
  CONFLICT,
  WEBHOOK_DROP,
  WEBHOOK_DUPLICATE,
  WEBHOOK_DELAY,
  WEBHOOK_ALTER,
  WEBHOOK_SKEW,
  EVENT_SUPPRESS;

  boolean isOfRequests() {
    return compareTo(WEBHOOK_DROP) < 0;
  }
}
