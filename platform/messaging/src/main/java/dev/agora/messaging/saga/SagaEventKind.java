package dev.agora.messaging.saga;

/** What may happen to a saga, as its history tells it. */
enum SagaEventKind {
  STARTED,
  SENT,
  SENT_AGAIN,
  AWAITING,
  SUCCEEDED,
  REFUSED,
  OVERDUE,
  COMPENSATING,
  UNDONE,
  PARKED,
  STALE_REPLY,
  RESUMED,
  SKIPPED,
  FORCED_TO_COMPENSATE,
  COMPLETED,
  COMPENSATED
}
