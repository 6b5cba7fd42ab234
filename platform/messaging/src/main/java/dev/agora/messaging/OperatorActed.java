package dev.agora.messaging;

/**
 * Said inside of the service when an operator has done something on the management port, with the
 * transaction that did it.
 *
 * @param subject the kind of thing
 * @param target its id
 * @param action what was done with it
 * @param actor who says to have done it: the port is open to operators only
 */
public record OperatorActed(Subject subject, String target, String action, String actor) {

  /** What operators act on there. */
  public enum Subject {
    SAGA,
    DEAD_LETTER
  }
}
