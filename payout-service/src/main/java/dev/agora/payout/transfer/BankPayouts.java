package dev.agora.payout.transfer;

import dev.agora.payout.conversion.BankLeg;
import java.util.List;
import java.util.Optional;

/** Stripe's payouts from owners' accounts to their banks. */
public interface BankPayouts {

  /**
   * A payout as Stripe says now.
   *
   * @param sources what it carries: payments ({@code py_…}), or earlier payouts that came back
   *     ({@code po_…})
   */
  record Observed(BankLeg leg, List<String> sources) {

    public Observed {
      sources = List.copyOf(sources);
    }
  }

  /** Looks at a payout of a connected account; empty if there is none. */
  Optional<Observed> observe(String accountId, String payoutId);
}
