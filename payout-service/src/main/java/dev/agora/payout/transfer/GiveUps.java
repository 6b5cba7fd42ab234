package dev.agora.payout.transfer;

import dev.agora.payout.conversion.ConversionId;
import java.util.Optional;

/** The stored ones; at most one for each transfer. */
interface GiveUps {

  /** Stores a request unless there is one; the one that counts is returned. */
  GiveUp keepFirst(GiveUp giveUp);

  Optional<GiveUp> find(ConversionId conversion);

  void approve(GiveUp giveUp);
}
