package dev.agora.ledger.proof;

import dev.agora.ledger.journal.ChainVerification;
import dev.agora.money.Economy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Checks the ledger on one snapshot, while it goes on. */
@Service
class ProveLedger {

  /** One moment of the ledger. */
  record Books(Proof proof, Figures figures) {}

  private final JdbcFigures figures;
  private final JdbcProofPasses passes;
  private final ChainVerification chains;
  private final Economy economy;
  private final Clock clock;

  ProveLedger(
      JdbcFigures figures,
      JdbcProofPasses passes,
      ChainVerification chains,
      Economy economy,
      Clock clock) {
    this.figures = figures;
    this.passes = passes;
    this.chains = chains;
    this.economy = economy;
    this.clock = clock;
  }

  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true, timeout = 20)
  Proof prove() {
    Map<ProofWalk, ProofPasses> walks = passes.load();
    List<Check> checks =
        new ArrayList<>(Checks.of(figures.load(of(walks, ProofWalk.ACCOUNTS)), economy));
    checks.add(chain(of(walks, ProofWalk.BATCHES)));
    return Proof.of(clock.instant(), checks);
  }

  /** The proof with the figures that it was made of. */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true, timeout = 20)
  Books books() {
    return new Books(prove(), figures.balances());
  }

  /** The newest batches are recomputed now, all others by the walk. */
  private Check chain(ProofPasses walk) {
    ChainVerification.Result newest = chains.verifyNewest();
    ProofPass found = walk.worse();
    String first = found.firstWrong();
    return Check.of(
        "hash-chain-unbroken",
        newest.ok() && found.wrong() == 0,
        "batches",
        newest.batches(),
        "recomputed",
        newest.recomputed(),
        "brokenLinks",
        newest.brokenLinks(),
        "firstBrokenBatch",
        newest.firstBroken() == 0 && first != null ? first : newest.firstBroken(),
        "walkedBatches",
        walk.checked(),
        "brokenOfThem",
        found.wrong(),
        "walkedAt",
        walk.lastEnded());
  }

  private static ProofPasses of(Map<ProofWalk, ProofPasses> walks, ProofWalk walk) {
    return Objects.requireNonNull(walks.get(walk));
  }
}
