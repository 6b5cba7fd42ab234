package dev.agora.ledger.journal;

import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.LedgerState;
import java.util.List;
import java.util.Set;

/**
 * What a run of postings works on, locked until its transaction ends.
 *
 * @param before what was loaded, which the state leaves behind
 * @param placed the holds that were there already
 * @param lots as stored, of every wallet and hold in the state
 */
record Loaded(
    Chain chain,
    long batchId,
    LedgerState state,
    LedgerState.Accounts before,
    AccountIds ids,
    Set<HoldId> placed,
    List<LotRow> lots) {}
