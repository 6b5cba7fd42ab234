package dev.agora.accounts.mail;

/** Takes letters to where humans read them. Thread-safe. */
interface Postman {

  /** Hands one over; may take seconds. */
  Delivery deliver(Letter letter);
}
