package dev.agora.payout.transfer;

import java.util.UUID;

/** Tells the process of a conversion what became of a command that was not known at first. */
public interface TransferAnswers {

  /** With the current transaction: it certainly was not sent. */
  void refused(UUID commandId, TransferRefusal refusal);
}
