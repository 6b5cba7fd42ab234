package dev.agora.money;

/** A text that is no amount of money; the message is a clause that can follow a field's name. */
public final class InvalidAmountException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidAmountException(String message) {
    super(message);
  }
}
