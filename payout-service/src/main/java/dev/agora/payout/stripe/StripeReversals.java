package dev.agora.payout.stripe;

import com.stripe.model.TransferReversal;
import com.stripe.param.TransferReversalListParams;
import dev.agora.money.Usd;
import dev.agora.payout.returned.Reversals;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reversals of a transfer; a person makes each, so that one page holds them all. */
@Component
class StripeReversals implements Reversals {

  private static final TransferReversalListParams ALL =
      TransferReversalListParams.builder().setLimit(100L).build();

  private final StripeCalls stripe;

  StripeReversals(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public Optional<List<Reversal>> of(String transferId) {
    StripeOutcome<List<TransferReversal>> outcome;
    try {
      outcome =
          stripe.call(
              client -> client.v1().transfers().reversals().list(transferId, ALL).getData());
    } catch (StripeUnavailableException notNow) {
      return Optional.empty();
    }
    return switch (outcome) {
      case Done<List<TransferReversal>>(List<TransferReversal> all) ->
          Optional.of(all.stream().map(StripeReversals::read).toList());
      case Refused<List<TransferReversal>> _ -> Optional.empty();
      case Unknown<List<TransferReversal>> _ -> Optional.empty();
    };
  }

  private static Reversal read(TransferReversal reversal) {
    return new Reversal(reversal.getId(), Usd.ofCents(reversal.getAmount()));
  }
}
