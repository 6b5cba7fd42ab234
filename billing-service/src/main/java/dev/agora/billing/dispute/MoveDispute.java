package dev.agora.billing.dispute;

import dev.agora.billing.purchase.ReturnPurchase;
import dev.agora.money.Credits;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a dispute forward, in the transaction of what moves it. */
@Service
@Transactional
public class MoveDispute {

  private final Disputes disputes;
  private final DisputeEvents events;
  private final ReturnPurchase returnPurchase;
  private final InstantSource clock;

  MoveDispute(
      Disputes disputes, DisputeEvents events, ReturnPurchase returnPurchase, InstantSource clock) {
    this.disputes = disputes;
    this.events = events;
    this.returnPurchase = returnPurchase;
    this.clock = clock;
  }

  /** The ledger has frozen what was left. */
  public void frozen(DisputeId id, Credits credits) {
    Dispute dispute = lock(id);
    if (dispute.frozen() == null) {
      store(dispute.frozen(credits, clock.instant()));
    }
  }

  /** The ledger has done what the bank decided. */
  public void closed(DisputeId id, Verdict verdict, DisputeOutcome outcome) {
    Dispute dispute = lock(id);
    if (dispute.status() != DisputeStatus.OPEN) {
      return;
    }
    switch (verdict) {
      case WON -> {
        store(dispute.closed(DisputeStatus.WON, outcome, clock.instant()));
        returnPurchase.disputeWon(dispute.purchaseId());
      }
      case LOST -> {
        store(dispute.closed(DisputeStatus.LOST, outcome, clock.instant()));
        returnPurchase.disputeLost(dispute.purchaseId(), dispute.disputedPrice());
      }
    }
  }

  private Dispute lock(DisputeId id) {
    return disputes.lock(id).orElseThrow(() -> new IllegalStateException("no dispute " + id));
  }

  private void store(Dispute changed) {
    disputes.save(changed);
    events.changed(changed);
  }
}
