package dev.agora.ledger.posting;

import dev.agora.money.Credits;
import java.time.Instant;

/** The rules of earnings that a disputed purchase has funded: frozen, and nothing else. */
final class Fundings {

  private Fundings() {}

  static Decision decide(LedgerState state, Funded.Freeze freeze) {
    Wallet payee = state.wallet(freeze.payer()).orElse(null);
    if (payee == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    Dispute known = state.dispute(freeze.share());
    Lots seasoning = seasoning(freeze.earned(), payee, state.at());
    if (seasoning.isEmpty() || (known != null && known.status() != DisputeStatus.OPEN)) {
      return new Draft(freeze, Credits.ZERO);
    }
    Dispute share = known == null ? Dispute.share(freeze) : known;
    return new Draft(freeze, seasoning.total())
        .dispute(share)
        .takeFrom(payee, seasoning)
        .putInto(share, seasoning);
  }

  /** What was spent came out of the lots that season last, so that no more is left than these. */
  private static Lots seasoning(Lots earned, Wallet payee, Instant at) {
    Lots left = Lots.NONE;
    for (Piece piece : earned.pieces()) {
      if (!piece.lot().isConvertibleAt(at)) {
        left = left.plus(payee.lots().ofLot(piece.lot(), piece.amount()));
      }
    }
    return left;
  }

  static Decision decide(LedgerState state, Funded.Thaw thaw) {
    Wallet payee = state.wallet(thaw.payer()).orElse(null);
    if (payee == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    Dispute share = state.dispute(thaw.share());
    if (share == null) {
      return Decision.refuse(Rejection.HOLD_UNKNOWN);
    }
    if (share.status() != DisputeStatus.OPEN) {
      return Decision.refuse(Rejection.HOLD_ENDED);
    }
    return new Draft(thaw, share.lots().total())
        .dispute(share.thawed())
        .takeFrom(share, share.lots())
        .putInto(payee, share.lots());
  }
}
