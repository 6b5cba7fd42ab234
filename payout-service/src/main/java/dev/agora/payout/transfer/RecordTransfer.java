package dev.agora.payout.transfer;

import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.conversion.MoveConversion;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions before and after Stripe is asked. Conversions are locked before intents. */
@Service
@Transactional
class RecordTransfer {

  private final TransferIntents intents;
  private final MoveConversion moveConversion;
  private final InstantSource clock;

  RecordTransfer(TransferIntents intents, MoveConversion moveConversion, InstantSource clock) {
    this.intents = intents;
    this.moveConversion = moveConversion;
    this.clock = clock;
  }

  /**
   * The intent of this order.
   *
   * @throws IllegalStateException if the conversion has an intent of another order
   */
  TransferIntent prepare(TransferOrder order) {
    TransferIntent intent = intents.prepare(order, clock.instant());
    if (!intent.order().equals(order)) {
      throw new IllegalStateException(
          order.conversion() + " is sent by command " + intent.order().commandId());
    }
    return intent;
  }

  /** As it stands. */
  Optional<TransferIntent> find(ConversionId id) {
    return intents.lock(id);
  }

  /** As it stands, and nobody changes it before the transaction ends; the conversion first. */
  Optional<TransferIntent> lock(ConversionId id) {
    return moveConversion.lockToDecide(id).flatMap(conversion -> intents.lock(id));
  }

  /** From here on a crash leaves a transfer that may have been made. */
  void sending(ConversionId id) {
    moveConversion.sending(id);
    intents.sending(id, clock.instant());
  }

  void unknown(ConversionId id, String reason) {
    moveConversion.unknown(id);
    intents.unknown(id, reason);
  }

  /** The first attempt certainly did not reach Stripe, so nothing is in doubt. */
  void notSent(ConversionId id, String reason) {
    intents.notSent(id, reason);
  }

  SendTransferResult done(ConversionId id, SentTransfer transfer) {
    moveConversion.sending(id);
    intents.done(id, transfer);
    return new SendTransferResult.Sent(transfer.transferId());
  }

  SendTransferResult refused(ConversionId id, TransferRefusal refusal) {
    intents.refused(id, refusal);
    return new SendTransferResult.Refused(refusal);
  }
}
