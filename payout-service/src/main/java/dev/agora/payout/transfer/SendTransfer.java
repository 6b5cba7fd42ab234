package dev.agora.payout.transfer;

import static java.util.Objects.requireNonNull;

import dev.agora.payout.destination.Destinations;
import dev.agora.payout.destination.PayoutAccount;
import dev.agora.payout.transfer.StripeTransfers.LookResult;
import dev.agora.payout.transfer.StripeTransfers.SendResult;
import dev.agora.payout.transfer.StripeTransfers.SendResult.Refused;
import dev.agora.payout.transfer.StripeTransfers.SendResult.Sent;
import dev.agora.payout.transfer.StripeTransfers.SendResult.Unknown;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Sends a conversion's dollars once: the intent is committed, then Stripe is asked outside of any
 * transaction, then the outcome is committed. In doubt the list is searched and the same key tried
 * again; never another key.
 */
@Service
public class SendTransfer {

  private static final Logger log = LoggerFactory.getLogger(SendTransfer.class);

  private final RecordTransfer recorded;
  private final StripeTransfers stripe;
  private final Destinations destinations;
  private final TransferProperties properties;
  private final InstantSource clock;

  SendTransfer(
      RecordTransfer recorded,
      StripeTransfers stripe,
      Destinations destinations,
      TransferProperties properties,
      InstantSource clock) {
    this.recorded = recorded;
    this.stripe = stripe;
    this.destinations = destinations;
    this.properties = properties;
    this.clock = clock;
  }

  /** Sends, or says what is known; a repetition goes on where the last one ended. */
  public SendTransferResult send(TransferOrder order) {
    TransferIntent intent = recorded.prepare(order);
    return switch (intent.state()) {
      case DONE -> new SendTransferResult.Sent(requireNonNull(intent.transferId()));
      case REFUSED -> new SendTransferResult.Refused(requireNonNull(intent.refusal()));
      case PREPARED -> sendFirst(order);
      case SENDING, UNKNOWN -> resolve(intent);
    };
  }

  private SendTransferResult sendFirst(TransferOrder order) {
    Optional<PayoutAccount> account = destinations.refresh(order.destination());
    if (account.isEmpty()) {
      return new SendTransferResult.NotYet();
    }
    if (!account.get().isReady()) {
      return recorded.refused(
          order.conversion(),
          new TransferRefusal(
              TransferRefusal.NOT_READY,
              "account_" + account.get().status(),
              "The account can not receive transfers now."));
    }
    return ask(order, false);
  }

  /** Stripe may have sent already: look first, then ask for the same thing while that is safe. */
  private SendTransferResult resolve(TransferIntent intent) {
    TransferOrder order = intent.order();
    if (stripe.look(order) instanceof LookResult.Found(SentTransfer transfer)) {
      return recorded.done(order.conversion(), transfer);
    }
    Instant keyEnds = requireNonNull(intent.firstSentAt()).plus(properties.keyLifetime());
    if (clock.instant().isAfter(keyEnds)) {
      log.error("{} is in doubt for too long; a person has to look", order.conversion());
      recorded.unknown(order.conversion(), "the key is too old to be used again");
      return new SendTransferResult.NotYet();
    }
    return ask(order, intent.isPerhapsSent());
  }

  private SendTransferResult ask(TransferOrder order, boolean doubtBefore) {
    recorded.sending(order.conversion());
    SendResult result = stripe.send(order);
    return switch (result) {
      case Sent(SentTransfer transfer) -> recorded.done(order.conversion(), transfer);
      case Refused(TransferRefusal refusal) ->
          doubtBefore
              ? refusedInDoubt(order, refusal)
              : recorded.refused(order.conversion(), refusal);
      case Unknown(boolean perhapsSent, String reason) ->
          inDoubt(order, perhapsSent || doubtBefore, reason);
    };
  }

  /**
   * What is refused now may have been done before: a key that lost its rights, say, is refused
   * whatever an earlier request with the same idempotency key did. Only the list tells.
   */
  private SendTransferResult refusedInDoubt(TransferOrder order, TransferRefusal refusal) {
    return switch (stripe.look(order)) {
      case LookResult.Found(SentTransfer transfer) -> recorded.done(order.conversion(), transfer);
      case LookResult.None _ -> recorded.refused(order.conversion(), refusal);
      case LookResult.NotReadable _ -> {
        recorded.unknown(order.conversion(), "refused, and the list can not be read");
        yield new SendTransferResult.NotYet();
      }
    };
  }

  private SendTransferResult inDoubt(TransferOrder order, boolean perhapsSent, String reason) {
    log.warn("transfer of {} is not known: {}", order.conversion(), reason);
    if (!perhapsSent) {
      recorded.notSent(order.conversion(), reason);
      return new SendTransferResult.NotYet();
    }
    // A 500 is stored and repeated for the key, so the list may be the only place that tells.
    if (stripe.look(order) instanceof LookResult.Found(SentTransfer transfer)) {
      return recorded.done(order.conversion(), transfer);
    }
    recorded.unknown(order.conversion(), reason);
    return new SendTransferResult.NotYet();
  }
}
