package dev.agora.payout.conversion;

import dev.agora.payout.cap.MonthlyCaps;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a conversion forward, in the transaction of what moves it; anything else is ignored. */
@Service
@Transactional
public class MoveConversion {

  private final Conversions conversions;
  private final ConversionEvents events;
  private final MonthlyCaps caps;
  private final InstantSource clock;

  MoveConversion(
      Conversions conversions, ConversionEvents events, MonthlyCaps caps, InstantSource clock) {
    this.conversions = conversions;
    this.events = events;
    this.caps = caps;
    this.clock = clock;
  }

  /** The ledger has set the credits aside. */
  public void reserved(ConversionId id) {
    Conversion conversion = lock(id);
    if (conversion.status() == ConversionStatus.REQUESTED) {
      store(conversion.to(ConversionStatus.RESERVED, clock.instant()));
    }
  }

  /** Stripe is asked now, or answered after all. */
  public void sending(ConversionId id) {
    underWay(id, ConversionStatus.SENDING);
  }

  /** Stripe was asked, and nobody knows whether it did. */
  public void unknown(ConversionId id) {
    underWay(id, ConversionStatus.UNKNOWN);
  }

  /** Stripe told of a payout that carries this conversion's dollars. */
  public void followed(ConversionId id, BankLeg seen) {
    Conversion conversion = lock(id);
    if (conversion.bankLeg().isOlderThan(seen)) {
      store(conversion.at(seen, clock.instant()));
    }
  }

  /** Those whose dollars a payout carries, as last known. */
  public List<ConversionId> ofPayout(String payoutId) {
    return conversions.ofPayout(payoutId);
  }

  /** The ledger has let the credits go: all is done but the bank. */
  public void completed(ConversionId id, String transactionId) {
    Conversion conversion = lock(id);
    if (!conversion.status().isFinal()) {
      store(conversion.completed(transactionId, clock.instant()));
    }
  }

  /** Certainly not sent: the cap is given back with the same transaction, so only once. */
  public void rejected(ConversionId id, String code, @Nullable String convertible) {
    Conversion conversion = lock(id);
    if (conversion.status().isFinal()) {
      return;
    }
    store(conversion.rejected(RejectionWords.of(code, convertible), clock.instant()));
    caps.giveBack(
        conversion.agentId(),
        conversion.humanId(),
        conversion.capMonth(),
        conversion.terms().credits());
  }

  private void underWay(ConversionId id, ConversionStatus status) {
    Conversion conversion = lock(id);
    if (conversion.status().isUnderWay() && conversion.status() != status) {
      store(conversion.to(status, clock.instant()));
    }
  }

  private Conversion lock(ConversionId id) {
    return conversions.lock(id).orElseThrow(() -> new IllegalStateException("no conversion " + id));
  }

  private void store(Conversion changed) {
    conversions.save(changed);
    events.changed(changed);
  }
}
