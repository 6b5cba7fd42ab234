package dev.agora.payout.transfer;

import static java.util.Objects.requireNonNull;

import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.transfer.GiveUpResult.NotInDoubt;
import dev.agora.payout.transfer.GiveUpResult.NotReadable;
import dev.agora.payout.transfer.GiveUpResult.SameOperator;
import dev.agora.payout.transfer.GiveUpResult.TooEarly;
import dev.agora.payout.transfer.GiveUpResult.Unknown;
import dev.agora.payout.transfer.StripeTransfers.LookResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Ends a doubt that nothing else ends. Stripe's list is read anew for each of the two operators,
 * and only after the key has died with certainty, so that nothing of ours can still make the
 * transfer.
 */
@Service
class GiveUpTransfer {

  /** As long as Stripe keeps a key, and so as long as a repetition could still be under way. */
  private static final Duration DOUBT_MIN = Duration.ofHours(24);

  private final RecordTransfer recorded;
  private final RecordGiveUp recordGiveUp;
  private final GiveUps giveUps;
  private final StripeTransfers stripe;
  private final InstantSource clock;

  GiveUpTransfer(
      RecordTransfer recorded,
      RecordGiveUp recordGiveUp,
      GiveUps giveUps,
      StripeTransfers stripe,
      InstantSource clock) {
    this.recorded = recorded;
    this.recordGiveUp = recordGiveUp;
    this.giveUps = giveUps;
    this.stripe = stripe;
    this.clock = clock;
  }

  /** One operator says that the transfer never was. */
  GiveUpResult request(String conversion, String operator, String reason) {
    Optional<TransferIntent> intent = intent(conversion);
    if (intent.isEmpty()) {
      return new Unknown();
    }
    return refusal(intent.get()).orElseGet(() -> note(intent.get(), operator, reason));
  }

  /** Another one finds the same, so that the credits go back; said again, it changes nothing. */
  GiveUpResult approve(String conversion, String operator) {
    Optional<TransferIntent> intent = intent(conversion);
    Optional<GiveUp> asked = ConversionId.parse(conversion).flatMap(giveUps::find);
    if (intent.isEmpty() || asked.isEmpty()) {
      return new Unknown();
    }
    if (asked.get().approvedBy() != null) {
      return new GiveUpResult.Noted(asked.get());
    }
    if (asked.get().requestedBy().equals(operator)) {
      return new SameOperator();
    }
    return refusal(intent.get())
        .orElseGet(() -> recordGiveUp.approved(asked.get(), operator, intent.get().order()));
  }

  private GiveUpResult note(TransferIntent intent, String operator, String reason) {
    return recordGiveUp.requested(
        new GiveUp(intent.order().conversion(), reason, operator, clock.instant(), null, null));
  }

  private Optional<TransferIntent> intent(String conversion) {
    return ConversionId.parse(conversion).flatMap(recorded::find);
  }

  /** Why it can not be given up; looks at Stripe's list last. */
  private Optional<GiveUpResult> refusal(TransferIntent intent) {
    if (!intent.isPerhapsSent()) {
      return Optional.of(new NotInDoubt());
    }
    Instant from = requireNonNull(intent.firstSentAt()).plus(DOUBT_MIN);
    if (clock.instant().isBefore(from)) {
      return Optional.of(new TooEarly(from));
    }
    return switch (stripe.look(intent.order())) {
      case LookResult.NotReadable _ -> Optional.of(new NotReadable());
      // The next repetition of the command takes it from here.
      case LookResult.Found _ -> Optional.of(new NotInDoubt());
      case LookResult.None _ -> Optional.empty();
    };
  }
}
