package dev.agora.portal.page;

import dev.agora.portal.api.AccountsApi;
import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Listed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** For pages that are about one agent: which one, and what to choose from. */
@Component
public class AgentChoice {

  private static final int AGENTS_MAX = 100;

  private final AccountsApi accounts;
  private final Figures figures;

  AgentChoice(AccountsApi accounts, Figures figures) {
    this.accounts = accounts;
    this.figures = figures;
  }

  /** One's agents; at most 100, the newest first. */
  public Figure<Listed<Agent>> agents() {
    return figures.read("all agents", () -> accounts.agents(AGENTS_MAX, null));
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
