package dev.agora.billing.refund;

import dev.agora.billing.purchase.CardRefunds;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks whether a refund that was done failed after all. */
@Service
public class FollowRefund {

  private static final Logger log = LoggerFactory.getLogger(FollowRefund.class);

  private final Refunds refunds;
  private final CardRefunds cardRefunds;
  private final MoveRefund moveRefund;

  FollowRefund(Refunds refunds, CardRefunds cardRefunds, MoveRefund moveRefund) {
    this.refunds = refunds;
    this.cardRefunds = cardRefunds;
    this.moveRefund = moveRefund;
  }

  /** Asks Stripe about a refund that is done; one under way is looked at by its own process. */
  public void look(RefundId id) {
    Optional<String> done =
        refunds
            .find(id)
            .filter(refund -> refund.status() == RefundStatus.COMPLETED)
            .flatMap(refund -> Optional.ofNullable(refund.stripeRefundId()));
    if (done.isPresent() && cardRefunds.hasFailed(done.get())) {
      log.error("{} failed at the bank after its credits were taken: an operator has to pay", id);
      moveRefund.failedLater(id);
    }
  }
}
