package dev.agora.portal.page;

import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Funds;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.api.Listed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What one's agents have and may spend, all read with one call. */
@Component
public class OwnFunds {

  private static final int AGENTS_MAX = 100;

  private final LedgerApi ledger;
  private final Figures figures;

  OwnFunds(LedgerApi ledger, Figures figures) {
    this.ledger = ledger;
    this.figures = figures;
  }

  /**
   * Those of each of these agents, in their order.
   *
   * @param agents of those that {@link AgentChoice#agents} gives
   */
  public List<AgentFunds> of(List<Agent> agents) {
    Figure<Listed<Funds>> all = figures.read("funds", () -> ledger.balances(AGENTS_MAX));
    Listed<Funds> list = all.value();
    Map<String, Funds> known =
        list == null
            ? Map.of()
            : list.items().stream()
                .collect(Collectors.toMap(one -> one.balance().agent(), Function.identity()));
    return agents.stream()
        .map(agent -> new AgentFunds(agent, find(agent.id(), known, all)))
        .toList();
  }

  private Figure<Funds> find(String id, Map<String, Funds> known, Figure<Listed<Funds>> all) {
    Funds found = known.get(id);
    return found == null && all.isCurrent() ? alone(id) : new Figure<>(found, all.oldSince());
  }

  /** One that the ledger had not heard of: asked for by its name, it waits for a new agent. */
  private Figure<Funds> alone(String id) {
    return figures.read("funds " + id, () -> Funds.of(ledger.balance(id), ledger.limits(id)));
  }
}
