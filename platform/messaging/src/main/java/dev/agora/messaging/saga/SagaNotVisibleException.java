package dev.agora.messaging.saga;

/**
 * A reply to a saga so young that its row may not be visible yet: PostgreSQL hands a commit to the
 * outbox's relay before other sessions see it, and a quick participant answers in between. Handled
 * again a moment later.
 */
final class SagaNotVisibleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SagaNotVisibleException(String sagaId) {
    super("saga " + sagaId + " is not visible yet");
  }
}
