package dev.agora.payout.transfer;

import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.conversion.MoveConversion;
import dev.agora.payout.transfer.BankPayouts.Observed;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Follows dollars from the owner's Stripe account to the bank. Whatever happens, nothing is sent.
 */
@Service
public class FollowPayout {

  private final BankPayouts payouts;
  private final TransferIntents intents;
  private final MoveConversion moveConversion;

  FollowPayout(BankPayouts payouts, TransferIntents intents, MoveConversion moveConversion) {
    this.payouts = payouts;
    this.intents = intents;
    this.moveConversion = moveConversion;
  }

  /** Looks at a payout and tells the conversions whose dollars it carries. */
  public void follow(String accountId, String payoutId) {
    Optional<Observed> seen = payouts.observe(accountId, payoutId);
    if (seen.isEmpty()) {
      return;
    }
    Set<ConversionId> carried = new LinkedHashSet<>(moveConversion.ofPayout(payoutId));
    for (String source : seen.get().sources()) {
      intents.ofDestinationPayment(source).ifPresent(carried::add);
      if (!source.equals(payoutId)) {
        carried.addAll(moveConversion.ofPayout(source));
      }
    }
    carried.forEach(conversion -> moveConversion.followed(conversion, seen.get().leg()));
  }
}
