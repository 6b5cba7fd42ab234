package dev.agora.payout.stripe;

import com.stripe.model.Transfer;
import com.stripe.param.TransferListParams;
import dev.agora.money.Usd;
import dev.agora.payout.reconciliation.ListedTransfer;
import dev.agora.payout.reconciliation.TransferList;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Transfers of the v1 API, a page at a time. */
@Component
class StripeTransferList implements TransferList {

  private static final long PAGE = 100;

  private final StripeCalls stripe;

  StripeTransferList(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public Optional<List<ListedTransfer>> page(Instant since, @Nullable String after) {
    TransferListParams.Builder wanted =
        TransferListParams.builder()
            .setCreated(TransferListParams.Created.builder().setGte(since.getEpochSecond()).build())
            .setLimit(PAGE);
    if (after != null) {
      wanted.setStartingAfter(after);
    }
    StripeOutcome<List<Transfer>> outcome;
    try {
      outcome = stripe.call(client -> client.v1().transfers().list(wanted.build()).getData());
    } catch (StripeUnavailableException notNow) {
      return Optional.empty();
    }
    return switch (outcome) {
      case Done<List<Transfer>>(List<Transfer> transfers) ->
          Optional.of(transfers.stream().map(StripeTransferList::read).toList());
      case Refused<List<Transfer>> _ -> Optional.empty();
      case Unknown<List<Transfer>> _ -> Optional.empty();
    };
  }

  private static ListedTransfer read(Transfer transfer) {
    Map<String, String> metadata = transfer.getMetadata();
    return new ListedTransfer(
        transfer.getId(),
        metadata == null ? null : metadata.get(StripeTransferCalls.CONVERSION),
        transfer.getDestination(),
        Usd.ofCents(transfer.getAmount()),
        Usd.ofCents(transfer.getAmountReversed()));
  }
}
