package dev.agora.accounts.alert;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.alert.AlertRule.Heard;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the rules on agents hear of their figures, and tells the owners of those that speak. */
@Service
class HearFigures {

  private final JdbcAlertRules rules;
  private final TellOwner tellOwner;

  HearFigures(JdbcAlertRules rules, TellOwner tellOwner) {
    this.rules = rules;
    this.tellOwner = tellOwner;
  }

  /**
   * All of it, or nothing.
   *
   * @param figures in the order of their versions
   */
  @Transactional
  void hear(Collection<AgentId> agents, List<AgentFigures> figures) {
    for (AlertRule stored : rules.lockOn(agents)) {
      AlertRule rule = stored;
      for (AgentFigures news : figures) {
        if (news.agent().equals(rule.agent())) {
          rule = hear(rule, news);
        }
      }
      if (!rule.equals(stored)) {
        rules.save(rule);
      }
    }
  }

  private AlertRule hear(AlertRule rule, AgentFigures news) {
    Heard heard = rule.hear(news);
    if (heard.speaks() != null) {
      tellOwner.tell(rule, heard.speaks(), false, news.at());
    }
    return heard.rule();
  }
}
