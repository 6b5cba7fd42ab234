package dev.agora.billing.topup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored rules. */
interface AutoTopUps {

  Optional<AutoTopUp> find(String agentId);

  Optional<AutoTopUp> lock(String agentId);

  /** Stores a rule, the first of its agent or the next version. */
  void save(AutoTopUp rule);

  /** Agents whose known balance is below their rule's threshold, with nothing under way. */
  List<String> due(Instant now, int atMost);

  /** Agents whose rule works although a top-up of theirs is disputed, or warned of and unheeded. */
  List<String> disputed(int atMost);

  /** The warnings about the agent's purchases so far switch off no rule any more. */
  void heed(String agentId);

  /** Agents with a top-up under way. */
  List<String> underWay(int atMost);
}
