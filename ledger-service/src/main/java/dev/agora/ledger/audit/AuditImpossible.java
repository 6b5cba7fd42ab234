package dev.agora.ledger.audit;

/** The audit could not be made, which says nothing about the ledger; the message is a sentence. */
final class AuditImpossible extends RuntimeException {

  private static final long serialVersionUID = 1;

  AuditImpossible(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  AuditImpossible(String sentence) {
    super(sentence);
  }
}
