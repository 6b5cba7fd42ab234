package dev.agora.payout.returned;

import dev.agora.money.Usd;
import java.util.List;
import java.util.Optional;

/** Stripe's list of what was taken back of a transfer. */
public interface Reversals {

  /**
   * One of them.
   *
   * @param id {@code trr_…}
   */
  record Reversal(String id, Usd amount) {}

  /** All of a transfer's; empty if Stripe does not tell. */
  Optional<List<Reversal>> of(String transferId);
}
