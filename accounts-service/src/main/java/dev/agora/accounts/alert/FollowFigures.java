package dev.agora.accounts.alert;

import dev.agora.accounts.agent.AgentId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Takes in what the ledger tells of agents' credits. Most agents have no rule, so it looks for one
 * first, and begins a transaction only for those that have.
 */
@Service
public class FollowFigures {

  private final JdbcAlertRules rules;
  private final HearFigures hearFigures;

  FollowFigures(JdbcAlertRules rules, HearFigures hearFigures) {
    this.rules = rules;
    this.hearFigures = hearFigures;
  }

  /** Old figures, and figures that come again, change nothing. */
  public void follow(List<AgentFigures> news) {
    Set<AgentId> agents = news.stream().map(AgentFigures::agent).collect(Collectors.toSet());
    if (!agents.isEmpty() && rules.watch(agents)) {
      hearFigures.hear(
          agents, news.stream().sorted(Comparator.comparingLong(AgentFigures::version)).toList());
    }
  }
}
