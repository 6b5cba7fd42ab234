package dev.agora.accounts.mail;

/** What came of handing a letter over. */
sealed interface Delivery {

  /** Somebody else has it now. */
  record Delivered() implements Delivery {}

  /**
   * Nobody took it, as far as is known.
   *
   * @param reason for the log; holds neither address nor text
   */
  record Failed(String reason) implements Delivery {}
}
