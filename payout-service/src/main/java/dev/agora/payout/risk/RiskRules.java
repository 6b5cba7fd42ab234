package dev.agora.payout.risk;

import java.util.List;
import java.util.Optional;

/** The stored rules; a handful. */
interface RiskRules {

  List<RiskRule> all();

  Optional<RiskRule> find(String name);

  void save(RiskRule rule);
}
