package dev.agora.billing.warning;

import org.springframework.stereotype.Service;

/** Asks Stripe about a warning and applies the answer. */
@Service
public class CheckWarning {

  private final BankWarnings bank;
  private final TakeWarning takeWarning;

  CheckWarning(BankWarnings bank, TakeWarning takeWarning) {
    this.bank = bank;
    this.takeWarning = takeWarning;
  }

  /**
   * Looks at a warning by Stripe's name for it.
   *
   * @return false if Stripe has to be asked again soon
   */
  public boolean byStripeId(String stripeId) {
    return bank.find(stripeId).map(takeWarning::take).orElse(true);
  }
}
