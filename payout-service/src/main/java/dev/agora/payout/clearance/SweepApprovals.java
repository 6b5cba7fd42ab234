package dev.agora.payout.clearance;

import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.conversion.MoveConversion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives credits back whose owner said nothing in time, a transaction each. */
@Component
class SweepApprovals {

  private static final Logger log = LoggerFactory.getLogger(SweepApprovals.class);
  private static final int BATCH_MAX = 200;

  private final MoveConversion moveConversion;
  private final DecideApproval decideApproval;

  SweepApprovals(MoveConversion moveConversion, DecideApproval decideApproval) {
    this.moveConversion = moveConversion;
    this.decideApproval = decideApproval;
  }

  @Scheduled(fixedDelayString = "${agora.payout.approval.sweep-every:10s}")
  void sweep() {
    moveConversion.lapsed(BATCH_MAX).forEach(this::lapse);
  }

  private void lapse(ConversionId id) {
    try {
      decideApproval.lapse(id);
    } catch (RuntimeException broken) {
      // One that can not go back must not keep the others.
      log.error("the approval of {} could not lapse", id, broken);
    }
  }
}
