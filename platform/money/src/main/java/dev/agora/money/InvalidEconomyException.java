package dev.agora.money;

/** A configuration of the economy that its guards refuse; the message says which value and why. */
public final class InvalidEconomyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidEconomyException(String message) {
    super(message);
  }
}
