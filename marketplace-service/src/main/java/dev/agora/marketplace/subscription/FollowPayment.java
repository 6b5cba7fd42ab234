package dev.agora.marketplace.subscription;

import dev.agora.marketplace.listing.EntityTag;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Brings a subscription in line with what the ledger did, in the transaction that learned of it. An
 * answer to an attempt that is no longer the latest one changes nothing.
 */
@Service
public class FollowPayment {

  private final ChangeSubscription change;
  private final SubscriptionMachine machine;

  FollowPayment(ChangeSubscription change, SubscriptionMachine machine) {
    this.change = change;
    this.machine = machine;
  }

  /** The seller has been paid. */
  public void paid(SubscriptionId id, String hold, Credits sellerNet, Credits fee) {
    Period.Payment.Paid payment = new Period.Payment.Paid(sellerNet, fee);
    answered(id, hold, (current, now) -> machine.paid(current, payment, now));
  }

  /**
   * Nothing was paid.
   *
   * @param code why, such as {@code insufficient_credits}
   * @param missing what the buyer lacks; null if that is not why
   */
  public void refused(SubscriptionId id, String hold, String code, @Nullable Credits missing) {
    Standing.Refusal refusal = new Standing.Refusal(code, missing);
    answered(id, hold, (current, now) -> machine.refused(current, refusal, now));
  }

  private void answered(
      SubscriptionId id, String hold, BiFunction<Subscription, Instant, Subscription> answer) {
    change.change(
        id,
        it -> it.period().isAsked() && it.period().holdId().equals(hold),
        EntityTag.Condition.NONE,
        (current, now) -> new SubscriptionResult.Done(answer.apply(current, now)));
  }
}
