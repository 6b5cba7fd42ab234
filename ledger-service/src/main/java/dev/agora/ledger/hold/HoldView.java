package dev.agora.ledger.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.HoldStatus;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment to come as both sides see it.
 *
 * @param amount when it was placed
 * @param captured of it, fees included
 * @param left still set aside
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
    String id,
    HoldStatus status,
    String from,
    String to,
    Credits amount,
    Credits captured,
    Credits left,
    Instant expiresAt,
    @Nullable String reference) {

  static HoldView of(Hold hold) {
    return new HoldView(
        hold.id().value(),
        hold.status(),
        hold.payer().value(),
        Objects.requireNonNull(hold.payee()).value(),
        hold.amount(),
        hold.captured(),
        hold.lots().total(),
        Objects.requireNonNull(hold.expiresAt()),
        hold.reference());
  }
}
