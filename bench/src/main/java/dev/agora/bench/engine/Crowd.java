package dev.agora.bench.engine;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.ledger.agent.KnownAgent;
import dev.agora.ledger.agent.KnownAgents;
import dev.agora.ledger.journal.Postings;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Agents of twenty owners, each with the same bought credits.
 *
 * @param agents in the order in which they were made
 */
public record Crowd(List<AgentId> agents) {
  private static final int OWNERS = 20;
  private static final int AT_ONCE = 1000;
  private static final Credits START = Credits.parse("1000");
  private static final FeeRate FEE = FeeRate.ofBasisPoints(300);

  public Crowd {
    agents = List.copyOf(agents);
  }

  static Crowd create(Engine engine, int size) {
    List<OwnerId> owners = new ArrayList<>();
    for (int i = 0; i < OWNERS; i++) {
      owners.add(new OwnerId(fresh("hum_")));
    }
    List<AgentId> agents = new ArrayList<>(size);
    while (agents.size() < size) {
      int from = agents.size();
      int to = Math.min(size, from + AT_ONCE);
      for (int i = from; i < to; i++) {
        agents.add(new AgentId(fresh("agt_")));
      }
      open(engine, agents.subList(from, to), owners);
    }
    return new Crowd(agents);
  }

  /** Their ids as the API names them. */
  public List<String> ids() {
    return agents.stream().map(AgentId::value).toList();
  }

  private static void open(Engine engine, List<AgentId> agents, List<OwnerId> owners) {
    KnownAgents known = engine.bean(KnownAgents.class);
    TransactionOperations transactions = engine.bean(TransactionOperations.class);
    transactions.executeWithoutResult(
        status -> {
          for (int i = 0; i < agents.size(); i++) {
            OwnerId owner = owners.get(i % OWNERS);
            known.learn(new KnownAgent(agents.get(i), owner, AgentStatus.ACTIVE, 1));
          }
        });
    List<Posting> purchases = agents.stream().map(Crowd::purchase).toList();
    transactions.executeWithoutResult(
        status -> {
          for (Outcome outcome : engine.bean(Postings.class).post(purchases)) {
            if (!(outcome instanceof Outcome.Accepted)) {
              throw new IllegalStateException("a purchase was answered " + outcome);
            }
          }
        });
  }

  private static Posting purchase(AgentId agent) {
    PurchaseId id = new PurchaseId(fresh("pur_"));
    Usd price = START.atPar();
    return new Posting.Purchase(
        PostingId.ofPurchase(id),
        id,
        agent,
        price,
        FEE.of(price),
        FEE,
        START,
        Credits.ZERO,
        Usd.parse("0.59"),
        Note.NONE);
  }

  private static String fresh(String prefix) {
    return prefix + UUID.randomUUID().toString().replace("-", "");
  }
}
