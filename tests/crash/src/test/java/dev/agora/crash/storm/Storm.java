package dev.agora.crash.storm;

import static org.awaitility.Awaitility.await;

import dev.agora.crash.storm.LedgerOverHttp.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Many workers take the operations of a seed, one after the other, while the ledger is killed. */
final class Storm {

  /** Agents 0 and 2 may spend no more than this in a day. */
  static final long DAILY = 900_000_000L;

  static final int[] LIMITED = {0, 2};

  private static final int WORKERS = 48;
  private static final long FUNDS_CENTS = 50_000;

  private final StormTerms terms;
  private final StormLedger ledger;
  private final Cast cast;
  private final StormBooks books = new StormBooks();
  private final LedgerOverHttp http;
  private final LedgerOverKafka kafka;
  private final AgentFlows agents;
  private final SagaFlows sagas;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong postings = new AtomicLong();
  private final long[] killAt;
  private int kills;

  Storm(StormTerms terms, StormLedger ledger) {
    this.terms = terms;
    this.ledger = ledger;
    cast = new Cast(terms.seed(), ledger.gateway());
    http = new LedgerOverHttp(ledger.addresses());
    kafka = new LedgerOverKafka(ledger.kafka());
    agents = new AgentFlows(cast, http, books, terms.batch());
    sagas = new SagaFlows(cast, kafka, books);
    SplittableRandom random = new SplittableRandom(terms.seed());
    killAt = random.longs(terms.kills(), terms.killFrom(), terms.killTo()).sorted().toArray();
  }

  StormBooks books() {
    return books;
  }

  Cast cast() {
    return cast;
  }

  long postings() {
    return postings.get();
  }

  int kills() {
    return kills;
  }

  /** Answers that nobody should get. */
  List<String> faults() {
    List<String> faults = new ArrayList<>(http.faults());
    faults.addAll(kafka.faults());
    return faults;
  }

  LedgerOverHttp http() {
    return http;
  }

  /** Agents are made known and funded, two of them limited, and then all begin. */
  void run() throws InterruptedException, ExecutionException {
    for (int number = 0; number < Operation.AGENTS; number++) {
      kafka.tell("accounts.events.v1", agentChanged(number));
    }
    for (int number = 0; number < Operation.AGENTS; number++) {
      int agent = number;
      String path = "/api/v1/credits/balance";
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> http.get(path, () -> cast.agentToken(agent)).status() == 200);
    }
    for (int limited : LIMITED) {
      limit(limited);
    }
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int number = 0; number < Operation.AGENTS; number++) {
        Operation fund = Operation.of(~terms.seed(), number);
        running.add(workers.submit(() -> sagas.buy(of(fund), FUNDS_CENTS)));
      }
      for (Future<?> funded : running) {
        funded.get();
      }
      running.clear();
      long began = System.nanoTime();
      long deadline = began + terms.time().toNanos();
      for (int worker = 0; worker < WORKERS; worker++) {
        running.add(workers.submit(() -> work(deadline)));
      }
      killInBetween(began);
      for (Future<?> worker : running) {
        worker.get();
      }
    }
    kafka.close();
  }

  /** An opening purchase: of the agent of its number. */
  private static Operation of(Operation any) {
    return new Operation(
        any.seed(),
        any.number(),
        any.kind(),
        any.number(),
        any.second(),
        any.micros(),
        any.choice(),
        any.trouble());
  }

  /** Each after its number of postings, or in its share of the time on a slow machine. */
  private void killInBetween(long began) {
    long share = terms.time().toNanos() / (killAt.length + 1);
    for (long at : killAt) {
      long due = began + share * (kills + 1);
      await()
          .atMost(terms.time().multipliedBy(2))
          .until(() -> postings.get() >= at || System.nanoTime() - due >= 0);
      ledger.killAndRevive(kills % ledger.replicas());
      kills++;
    }
  }

  private void work(long deadline) {
    while (System.nanoTime() - deadline < 0 && postings.get() < terms.postings()) {
      Operation operation = Operation.of(terms.seed(), next.getAndIncrement());
      postings.addAndGet(
          switch (operation.kind()) {
            case PAY -> agents.pay(operation);
            case PAY_MANY -> agents.payMany(operation);
            case SPEND -> agents.spend(operation);
            case HOLD -> agents.hold(operation);
            case FREEZE -> agents.freeze(operation);
            case ORDER -> sagas.order(operation);
            case CONVERT -> sagas.convert(operation);
            case REFUND -> sagas.refund(operation);
            case DISPUTE -> sagas.dispute(operation);
          });
    }
  }

  private void limit(int number) {
    String path = "/api/v1/agents/" + cast.agent(number) + "/limits";
    String body = "{\"daily\":\"%s\"}".formatted(StormBooks.credits(DAILY));
    LedgerOverHttp.Answer answer =
        http.ask(
            new Request("PUT", path, () -> cast.ownerToken(number), "", body),
            Operation.Trouble.NONE);
    if (!answer.isDone()) {
      throw new IllegalStateException("no limit was set: " + answer);
    }
  }

  private LedgerOverKafka.Command agentChanged(int number) {
    Map<String, Object> agent = new HashMap<>();
    agent.put("agentId", cast.agent(number));
    agent.put("name", "Agent " + number);
    agent.put("owner", cast.isOwned(number) ? cast.owner(number) : null);
    agent.put("status", "ACTIVE");
    agent.put("version", 1);
    agent.put("at", "2026-11-22T09:30:00Z");
    return new LedgerOverKafka.Command(
        cast.agent(number), "accounts.agent-changed", cast.agent(number), agent);
  }
}
