package dev.agora.ledger.proof;

import dev.agora.ledger.journal.ChainVerification;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the walks behind the proof one page further, each page in a transaction of its own. */
@Service
class WalkPages {

  private final JdbcProofPasses passes;
  private final JdbcAccountPage accounts;
  private final ChainVerification chains;
  private final Clock clock;

  WalkPages(
      JdbcProofPasses passes, JdbcAccountPage accounts, ChainVerification chains, Clock clock) {
    this.passes = passes;
    this.accounts = accounts;
    this.chains = chains;
    this.clock = clock;
  }

  /**
   * Looks at a page, unless another replica is at it.
   *
   * @param page accounts, or entries of batches, about
   * @return whether the pass goes on
   */
  @Transactional
  public boolean next(ProofWalk walk, int page) {
    if (!passes.tryLock()) {
      return false;
    }
    long after = passes.upTo(walk);
    boolean more =
        switch (walk) {
          case ACCOUNTS -> accounts.compare(after, page) == page;
          case BATCHES -> nextBatches(after, page);
        };
    if (!more) {
      passes.finish(walk, clock.instant());
    }
    return more;
  }

  /** How far they are. */
  @Transactional(readOnly = true)
  public Map<ProofWalk, ProofPasses> state() {
    return passes.load();
  }

  private boolean nextBatches(long after, int page) {
    ChainVerification.Page found = chains.verifyAfter(after, page);
    if (found.batches() == 0) {
      return false;
    }
    long broken = found.firstBroken();
    passes.addBatches(
        found.upTo(), found.batches(), found.broken(), broken == 0 ? "" : String.valueOf(broken));
    return true;
  }
}
