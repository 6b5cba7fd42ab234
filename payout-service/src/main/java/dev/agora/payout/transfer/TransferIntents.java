package dev.agora.payout.transfer;

import dev.agora.payout.conversion.ConversionId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored intents; one for each conversion. */
interface TransferIntents {

  /**
   * Transfers of which nobody knows whether they happened.
   *
   * @param oldest when the first one was sent; null if there is none
   */
  record Doubtful(long count, @Nullable Instant oldest) {}

  /** Stores an intent unless there is one, and locks the one that counts. */
  TransferIntent prepare(TransferOrder order, Instant now);

  Optional<TransferIntent> lock(ConversionId id);

  void sending(ConversionId id, Instant now);

  void unknown(ConversionId id, String reason);

  /** Stripe was certainly not reached by the only attempt so far. */
  void notSent(ConversionId id, String reason);

  void done(ConversionId id, SentTransfer transfer);

  void refused(ConversionId id, TransferRefusal refusal);

  /** How many were asked for without a known end, counted up to 10000, and since when. */
  Doubtful doubtful();

  /** Whose dollars a payment to an owner's account carries. */
  Optional<ConversionId> ofDestinationPayment(String destinationPaymentId);
}
