package dev.agora.payout.quote;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the ledger says of an agent when it is asked: for show, never to decide on money. */
interface LedgerFigures {

  /** Where it tells them; an agent's id follows. */
  String ADDRESS = "/api/v1/credits/seasoning?agent=";

  /**
   * Asks on a caller's behalf, for a short time.
   *
   * @param delegation the caller's leave ({@link dev.agora.http.caller.Delegation}); null if none
   *     came along
   * @return empty while the ledger does not answer, or if it tells this caller nothing
   */
  Optional<Earnings> earnings(String agentId, @Nullable String delegation);
}
