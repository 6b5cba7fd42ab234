package dev.agora.ledger.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.ledger.posting.Fee;
import dev.agora.ledger.posting.Transaction;
import dev.agora.ledger.statement.Balance;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment as both sides see it.
 *
 * @param net what arrived: amount less fee
 * @param balance of the payer after it; only in the answer to the payment itself
 */
record Transfer(
    String id,
    String transaction,
    String from,
    String to,
    Credits amount,
    Credits fee,
    int feeBps,
    Credits net,
    Instant at,
    @Nullable String memo,
    @Nullable String reference,
    Map<String, String> metadata,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Balance balance) {

  static Transfer of(Transaction transaction, @Nullable Balance balance) {
    Fee taken = Objects.requireNonNull(transaction.fee());
    Credits fee = Credits.ofMicros(taken.units());
    return new Transfer(
        transaction.postingId().value(),
        transaction.id().value(),
        Objects.requireNonNull(transaction.payer()).value(),
        Objects.requireNonNull(transaction.payee()).value(),
        transaction.amount(),
        fee,
        taken.rate().basisPoints(),
        transaction.amount().minus(fee),
        transaction.at(),
        transaction.note().memo(),
        transaction.note().reference(),
        transaction.note().details(),
        balance);
  }
}
