package dev.agora.payout.transfer;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of giving up. */
@Service
@Transactional
class RecordGiveUp {

  private final RecordTransfer recorded;
  private final GiveUps giveUps;
  private final TransferAnswers answers;
  private final AuditLog audit;
  private final InstantSource clock;

  RecordGiveUp(
      RecordTransfer recorded,
      GiveUps giveUps,
      TransferAnswers answers,
      AuditLog audit,
      InstantSource clock) {
    this.recorded = recorded;
    this.giveUps = giveUps;
    this.answers = answers;
    this.audit = audit;
    this.clock = clock;
  }

  GiveUpResult requested(GiveUp giveUp) {
    GiveUp kept = giveUps.keepFirst(giveUp);
    if (kept.requestedBy().equals(giveUp.requestedBy())) {
      String conversion = giveUp.conversion().value();
      audit.record(Deed.of(Act.ACT_ASKED, giveUp.requestedBy(), conversion));
    }
    return new GiveUpResult.Noted(kept);
  }

  /** Refuses the transfer and answers the saga, unless somebody has found out meanwhile. */
  GiveUpResult approved(GiveUp asked, String operator, TransferOrder order) {
    boolean inDoubt =
        recorded.lock(asked.conversion()).filter(TransferIntent::isPerhapsSent).isPresent();
    if (!inDoubt) {
      return new GiveUpResult.NotInDoubt();
    }
    GiveUp approved = asked.approved(operator, clock.instant());
    giveUps.approve(approved);
    TransferRefusal refusal =
        new TransferRefusal(TransferRefusal.GIVEN_UP, "given_up", asked.reason());
    recorded.refused(asked.conversion(), refusal);
    answers.refused(order.commandId(), refusal);
    audit.record(Deed.of(Act.ACT_APPROVED, operator, asked.conversion().value()));
    return new GiveUpResult.Noted(approved);
  }
}
