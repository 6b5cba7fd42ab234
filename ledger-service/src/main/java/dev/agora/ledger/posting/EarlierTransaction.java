package dev.agora.ledger.posting;

import java.util.Objects;

/**
 * What an earlier posting of the same id did.
 *
 * @param transaction as the journal has it, of its note the details only
 */
public record EarlierTransaction(Transaction transaction) {

  /** Whether that posting asks for the same; its words do not matter. */
  boolean isWhat(Posting posting) {
    return transaction.kind() == posting.kind()
        && Objects.equals(transaction.payer(), posting.payer())
        && Objects.equals(transaction.payee(), posting.payee())
        && Objects.equals(transaction.hold(), posting.hold())
        && (posting.amount() == null || posting.amount().equals(transaction.amount()));
  }
}
