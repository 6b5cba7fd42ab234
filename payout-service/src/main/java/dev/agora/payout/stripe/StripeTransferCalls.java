package dev.agora.payout.stripe;

import com.stripe.model.Transfer;
import com.stripe.net.RequestOptions;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import dev.agora.payout.transfer.SentTransfer;
import dev.agora.payout.transfer.StripeTransfers;
import dev.agora.payout.transfer.TransferOrder;
import dev.agora.payout.transfer.TransferRefusal;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Transfers of the v1 API, to accounts of the v2 API. */
@Component
class StripeTransferCalls implements StripeTransfers {

  /** Under which a transfer names its conversion. */
  static final String CONVERSION = "conversion";

  private static final String CURRENCY = "usd";

  /** Refusals that the owner can do something about. */
  private static final Set<String> ABOUT_THE_ACCOUNT =
      Set.of(
          "account_invalid",
          "account_closed",
          "insufficient_capabilities_for_transfer",
          "transfers_not_allowed");

  private final StripeCalls stripe;

  StripeTransferCalls(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public SendResult send(TransferOrder order) {
    RequestOptions once =
        RequestOptions.builder().setIdempotencyKey(order.commandId().toString()).build();
    StripeOutcome<Transfer> outcome;
    try {
      outcome = stripe.call(client -> client.v1().transfers().create(requestFor(order), once));
    } catch (StripeUnavailableException notAsked) {
      return new SendResult.Unknown(false, String.valueOf(notAsked.getMessage()));
    }
    return switch (outcome) {
      case Done<Transfer>(Transfer transfer) ->
          isFor(order, transfer)
              ? new SendResult.Sent(toSent(transfer))
              : new SendResult.Unknown(true, "Stripe answered about another transfer");
      case Refused<Transfer>(String code, String message) ->
          new SendResult.Refused(refusal(code, message));
      case Unknown<Transfer>(var doubt, String detail) ->
          new SendResult.Unknown(doubt.isPerhapsDone(), doubt + ": " + detail);
    };
  }

  @Override
  public LookResult look(TransferOrder order) {
    TransferListParams wanted =
        TransferListParams.builder()
            .setTransferGroup(order.conversion().value())
            .setDestination(order.destination())
            .setLimit(10L)
            .build();
    StripeOutcome<List<Transfer>> outcome;
    try {
      outcome = stripe.call(client -> client.v1().transfers().list(wanted).getData());
    } catch (StripeUnavailableException notAsked) {
      return new LookResult.NotReadable();
    }
    return switch (outcome) {
      case Done<List<Transfer>>(List<Transfer> transfers) ->
          transfers.stream()
              .filter(transfer -> isFor(order, transfer))
              .findFirst()
              .<LookResult>map(found -> new LookResult.Found(toSent(found)))
              .orElseGet(LookResult.None::new);
      case Refused<List<Transfer>> _ -> new LookResult.NotReadable();
      case Unknown<List<Transfer>> _ -> new LookResult.NotReadable();
    };
  }

  private static TransferCreateParams requestFor(TransferOrder order) {
    return TransferCreateParams.builder()
        .setAmount(order.amount().cents())
        .setCurrency(CURRENCY)
        .setDestination(order.destination())
        .setTransferGroup(order.conversion().value())
        .putMetadata(CONVERSION, order.conversion().value())
        .build();
  }

  private static boolean isFor(TransferOrder order, Transfer transfer) {
    return transfer.getId() != null
        && transfer.getAmount() == order.amount().cents()
        && CURRENCY.equals(transfer.getCurrency())
        && order.destination().equals(transfer.getDestination())
        && order.conversion().value().equals(transfer.getTransferGroup())
        && transfer.getMetadata() != null
        && order.conversion().value().equals(transfer.getMetadata().get(CONVERSION));
  }

  private static SentTransfer toSent(Transfer transfer) {
    return new SentTransfer(transfer.getId(), transfer.getDestinationPayment());
  }

  private static TransferRefusal refusal(String code, String message) {
    String ours =
        ABOUT_THE_ACCOUNT.contains(code) ? "payout_account_not_ready" : "transfer_refused";
    return new TransferRefusal(ours, code, message);
  }
}
