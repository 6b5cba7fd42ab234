package dev.agora.ledger.proof;

import dev.agora.ledger.journal.ChainVerification;
import dev.agora.money.Economy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Checks the ledger on one snapshot, while it goes on. */
@Service
class ProveLedger {

  private final JdbcFigures figures;
  private final ChainVerification chains;
  private final Economy economy;
  private final Clock clock;

  ProveLedger(JdbcFigures figures, ChainVerification chains, Economy economy, Clock clock) {
    this.figures = figures;
    this.chains = chains;
    this.economy = economy;
    this.clock = clock;
  }

  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true, timeout = 20)
  Proof prove() {
    List<Check> checks = new ArrayList<>(Checks.of(figures.load(), economy));
    ChainVerification.Result chain = chains.verifyNewest();
    checks.add(
        Check.of(
            "hash-chain-unbroken",
            chain.ok(),
            "batches",
            chain.batches(),
            "recomputed",
            chain.recomputed(),
            "brokenLinks",
            chain.brokenLinks(),
            "firstBrokenBatch",
            chain.firstBroken()));
    return Proof.of(clock.instant(), checks);
  }
}
