package dev.agora.ledger.proof;

import dev.agora.ledger.journal.Postings;
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
    Backing backing = figures.balances().backing();
    return new Cover(
        Usd.ofCents(backing.cash()),
        Usd.ofCents(backing.highestCost(economy)),
        backing.isSolvent(economy));
  }

  /**
   * Whether a gift out of collected fees leaves the cash enough for all credits, even if every
   * purchase is undone and every order given back afterwards. Ask within the transaction of the
   * gift, after {@link Postings#lockOperations()}: otherwise two gifts at once would both be
   * allowed out of the same cash.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean allows(Credits moreEarned, Credits moreBought) {
    return figures.backing().allows(moreEarned.micros(), moreBought.micros(), economy);
  }

  /** What may be given away as earned credits, under the same lock. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Credits free() {
    return Credits.ofMicros(Math.max(0, figures.backing().free(economy)));
  }
}
