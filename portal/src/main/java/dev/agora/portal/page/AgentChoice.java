package dev.agora.portal.page;

import dev.agora.portal.api.AccountsApi;
import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Listed;
import dev.agora.portal.session.CurrentSession;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** For pages about one's agents: which there are, and which one is looked at. */
@Component
public class AgentChoice {

  private static final int AGENTS_MAX = 100;

  private final AccountsApi accounts;
  private final Figures figures;

  private final CurrentSession session;

  AgentChoice(AccountsApi accounts, Figures figures, CurrentSession session) {
    this.accounts = accounts;
    this.figures = figures;
    this.session = session;
  }

  /**
   * The agents whose money is one's own; at most 100, the newest first. Those of others that one is
   * linked to are not among them: the API shows their money to their owner only.
   */
  public Figure<Listed<Agent>> agents() {
    String human = session.humanId();
    return figures.read("own agents", () -> ownedBy(human, accounts.agents(AGENTS_MAX, null)));
  }

  private static Listed<Agent> ownedBy(String human, Listed<Agent> linked) {
    return new Listed<>(
        linked.items().stream().filter(agent -> agent.isOwnedBy(human)).toList(),
        linked.nextCursor());
  }

  /**
   * Puts {@code agents}, {@code names} and {@code chosen} into the page.
   *
   * @param asked the agent asked for; empty for the first one
   * @return the chosen agent's id; empty if there is none
   */
  public String choose(String asked, Model model) {
    Figure<Listed<Agent>> agents = agents();
    Listed<Agent> list = agents.value();
    String chosen =
        asked.isEmpty() && list != null && !list.items().isEmpty()
            ? list.items().getFirst().id()
            : asked;
    model.addAttribute("agents", agents);
    model.addAttribute("names", Names.of(list));
    model.addAttribute("chosen", chosen);
    return chosen;
  }
}
