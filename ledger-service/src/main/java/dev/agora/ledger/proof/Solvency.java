package dev.agora.ledger.proof;

import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.Usd;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whether the platform may give away what it has collected. */
@Service
public class Solvency {

  private final JdbcFigures figures;
  private final Economy economy;

  Solvency(JdbcFigures figures, Economy economy) {
    this.figures = figures;
    this.economy = economy;
  }

  /**
   * What the platform has and could have to pay, before processing costs and for undisputed money.
   */
  public record Cover(Usd cash, Usd highestCost, boolean holds) {}

  /** How it stands now. */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Cover cover() {
    return Checks.cover(figures.balances(), economy);
  }

  /**
   * Whether the cash would still cover all credits if there were that many more of them. Within the
   * caller's transaction: one of its own would need a second connection, and as many callers as the
   * pool has connections would wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean allows(Credits moreEarned, Credits moreBought) {
    return Checks.isSolvent(figures.balances(), economy, moreEarned.micros(), moreBought.micros());
  }
}
