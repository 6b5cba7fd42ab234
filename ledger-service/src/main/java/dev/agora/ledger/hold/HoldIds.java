package dev.agora.ledger.hold;

import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.PostingId;

/** Makes ids of holds and of what is done with them. */
interface HoldIds {

  HoldId next();

  /** Of a capture or a release of that hold. */
  PostingId next(HoldId hold, String verb);
}
