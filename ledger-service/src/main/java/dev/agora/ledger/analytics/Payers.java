package dev.agora.ledger.analytics;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.util.List;

/** From whom an agent has what it earned. */
public interface Payers {

  /**
   * One of them.
   *
   * @param credits that arrived, after fees
   */
  record Payer(AgentId agent, Credits credits) {}

  /** Those of the last 30 days who paid most, at most 50, beginning with the largest. */
  List<Payer> of(AgentId agent);
}
