package dev.agora.billing.dispute;

import org.springframework.stereotype.Service;

/** Asks Stripe how a dispute stands and applies the answer. */
@Service
public class CheckDispute {

  private final BankDisputes bank;
  private final TakeDispute takeDispute;

  CheckDispute(BankDisputes bank, TakeDispute takeDispute) {
    this.bank = bank;
    this.takeDispute = takeDispute;
  }

  /**
   * Looks at a dispute by Stripe's name for it.
   *
   * @return false if Stripe has to be asked again soon
   */
  public boolean byStripeId(String stripeId) {
    return bank.find(stripeId).map(takeDispute::take).orElse(true);
  }
}
