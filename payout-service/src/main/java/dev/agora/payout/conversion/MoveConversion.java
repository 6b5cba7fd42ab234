package dev.agora.payout.conversion;

import dev.agora.http.page.PageRequest;
import dev.agora.money.Usd;
import dev.agora.payout.cap.MonthlyCaps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

  /** As it stands, for whoever is about to decide; locked. */
  public Optional<Conversion> lockToDecide(ConversionId id) {
    return conversions.lock(id);
  }

  /** The ledger has set the credits aside. */
  public Conversion reserved(ConversionId id) {
    Conversion conversion = lock(id);
    return conversion.status() == ConversionStatus.REQUESTED
        ? store(conversion.to(ConversionStatus.RESERVED, clock.instant()))
        : conversion;
  }

  /** Nothing is sent before the owner says yes. */
  public Conversion awaitsOwner(ConversionId id, Instant until) {
    return store(lock(id).awaitingOwner(until, clock.instant()));
  }

  /** Nothing is sent before the platform says yes. */
  public Conversion awaitsReview(ConversionId id) {
    return underWay(id, ConversionStatus.REVIEW);
  }

  /** Somebody said no; the credits are on their way back. */
  public Conversion turnsBack(ConversionId id, Rejection reason) {
    return store(lock(id).turningBack(reason, clock.instant()));
  }

  /** Those that wait for a review, newest first. */
  public List<Conversion> inReview(PageRequest page) {
    return conversions.inReview(page);
  }

  /**
   * Stripe took dollars back from the owner's account; the sum only grows.
   *
   * @return false if that was known
   */
  public boolean reversed(ConversionId id, Usd sum) {
    Conversion conversion = lock(id);
    boolean news = sum.compareTo(conversion.reversed()) > 0;
    if (news) {
      store(conversion.reversedBy(sum, clock.instant()));
    }
    return news;
  }

  /** Those whose owner said nothing in time. */
  public List<ConversionId> lapsed(int atMost) {
    return conversions.lapsed(clock.instant(), atMost);
  }

  /** Stripe is asked now, or answered after all. */
  public Conversion sending(ConversionId id) {
    return underWay(id, ConversionStatus.SENDING);
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
    Rejection told = conversion.rejection();
    Rejection reason = told == null ? RejectionWords.of(code, convertible) : told;
    store(conversion.ended(endOf(reason), reason, clock.instant()));
    caps.giveBack(
        conversion.agentId(),
        conversion.humanId(),
        conversion.capMonth(),
        conversion.terms().credits());
  }

  private static ConversionStatus endOf(Rejection reason) {
    return reason.isByOwner() ? ConversionStatus.CANCELED : ConversionStatus.REJECTED;
  }

  private Conversion underWay(ConversionId id, ConversionStatus status) {
    Conversion conversion = lock(id);
    return conversion.status().isUnderWay() && conversion.status() != status
        ? store(conversion.to(status, clock.instant()))
        : conversion;
  }

  private Conversion lock(ConversionId id) {
    return conversions.lock(id).orElseThrow(() -> new IllegalStateException("no conversion " + id));
  }

  private Conversion store(Conversion changed) {
    conversions.save(changed);
    events.changed(changed);
    return changed;
  }
}
