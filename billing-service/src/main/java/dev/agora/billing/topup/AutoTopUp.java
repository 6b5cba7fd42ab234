package dev.agora.billing.topup;

import dev.agora.billing.purchase.PurchaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An owner's rule for one agent.
 *
 * @param humanId who set it and pays
 * @param offReason with {@code OFF}
 * @param declines in a row
 * @param inFlight the top-up under way
 * @param notBefore no charge earlier
 * @param version grows with each change
 */
public record AutoTopUp(
    String agentId,
    String humanId,
    TopUpTerms terms,
    TopUpStatus status,
    @Nullable OffReason offReason,
    int declines,
    @Nullable PurchaseId inFlight,
    @Nullable Instant notBefore,
    Instant changedAt,
    long version) {

  static AutoTopUp first(String agentId, String humanId, TopUpTerms terms, Instant now) {
    return new AutoTopUp(agentId, humanId, terms, TopUpStatus.ON, null, 0, null, null, now, 1);
  }

  /** Set anew: what went wrong before is forgotten, what is under way is not. */
  AutoTopUp setAnew(String owner, TopUpTerms said, Instant now) {
    return new AutoTopUp(
        agentId, owner, said, TopUpStatus.ON, null, 0, inFlight, null, now, version + 1);
  }

  AutoTopUp started(PurchaseId purchase, Instant now) {
    return next(status, null, declines, purchase, null, now);
  }

  AutoTopUp succeeded(Instant now) {
    return next(status, offReason, 0, null, null, now);
  }

  AutoTopUp declined(Instant again, Instant now) {
    return next(status, offReason, declines + 1, null, again, now);
  }

  AutoTopUp waiting(Instant until, Instant now) {
    return next(status, offReason, declines, inFlight, until, now);
  }

  AutoTopUp off(OffReason why, int declinesThen, Instant now) {
    return next(TopUpStatus.OFF, why, declinesThen, null, null, now);
  }

  AutoTopUp removed(Instant now) {
    return next(TopUpStatus.REMOVED, null, declines, inFlight, null, now);
  }

  private AutoTopUp next(
      TopUpStatus next,
      @Nullable OffReason why,
      int declinesThen,
      @Nullable PurchaseId underWay,
      @Nullable Instant again,
      Instant now) {
    return new AutoTopUp(
        agentId, humanId, terms, next, why, declinesThen, underWay, again, now, version + 1);
  }
}
