package dev.agora.local.infrastructure;

/** A part of the local system cannot start or stop; the message is one sentence for a person. */
public final class InfrastructureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that has no other cause. */
  public InfrastructureException(String sentence) {
    super(sentence);
  }

  /** A failure with what caused it. */
  public InfrastructureException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
