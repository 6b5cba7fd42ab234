package dev.agora.crash.storm;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Many workers take the operations of a seed, one after the other, while the ledger is killed. */
final class Storm implements AutoCloseable {

  private static final long FUNDS_CENTS = 50_000;

  private final long seed;
  private final StormLedger ledger;
  private final Cast cast;
  private final StormBooks books = new StormBooks();
  private final LedgerOverHttp http;
  private final LedgerOverKafka kafka;
  private final AgentFlows agents;
  private final OwnerFlows owners;
  private final OperatorFlows operators;
  private final SagaDesk desk;
  private final SagaFlows sagas;
  private final ReversalFlows reversals;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong postings = new AtomicLong();
  private final Instant began = Instant.now();
  private int kills;
  private final AtomicLong deadline = new AtomicLong();

  Storm(StormTerms terms, StormLedger ledger) {
    this.seed = terms.seed();
    this.ledger = ledger;
    cast = new Cast(seed, ledger.gateway());
    http = new LedgerOverHttp(ledger::addresses);
    kafka = new LedgerOverKafka(ledger.kafka());
    agents = new AgentFlows(cast, http, books, terms.batch());
    owners = new OwnerFlows(cast, http, kafka, agents, books);
    operators = new OperatorFlows(cast, http, books);
    desk = new SagaDesk(cast, kafka, books);
    sagas = new SagaFlows(cast, desk, books);
    reversals = new ReversalFlows(desk, books);
  }

  long seed() {
    return seed;
  }

  StormBooks books() {
    return books;
  }

  Cast cast() {
    return cast;
  }

  LedgerOverHttp http() {
    return http;
  }

  /** Calendar days (UTC) that it has seen. */
  long days() {
    return 1 + ChronoUnit.DAYS.between(dayOf(began), dayOf(Instant.now()));
  }

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Operations so far. */
  int operations() {
    return next.get();
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
    faults.addAll(books.faults());
    return faults;
  }

  /** Agents are made known, some of them limited, and all are funded. */
  void begin() throws InterruptedException, ExecutionException {
    for (int agent = 0; agent < Operation.AGENTS; agent++) {
      owners.tell(cast.agent(agent), cast.isOwned(agent) ? cast.owner(agent) : null, 1);
    }
    for (int number = 0; number < Operation.AGENTS; number++) {
      int agent = number;
      String path = "/api/v1/credits/balance";
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> http.get(path, () -> cast.agentToken(agent)).status() == 200);
    }
    owners.begin();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int number = 0; number < Operation.AGENTS; number++) {
        Operation fund = opening(Operation.of(~seed, number));
        running.add(workers.submit(() -> desk.buy(fund, FUNDS_CENTS, 0)));
      }
      for (Future<?> funded : running) {
        funded.get();
      }
    }
  }

  /**
   * Goes on for that long, not counting the time in which no ledger runs, or until as many postings
   * more were asked for.
   */
  void rage(StormTerms terms) throws InterruptedException, ExecutionException {
    long first = postings.get();
    long began = System.nanoTime();
    deadline.set(began + terms.time().toNanos());
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < terms.workers(); worker++) {
        running.add(workers.submit(() -> work(first + terms.postings())));
      }
      killInBetween(terms, first, began);
      for (Future<?> worker : running) {
        worker.get();
      }
    }
  }

  /** An opening purchase: of the agent of its number. */
  private static Operation opening(Operation any) {
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
  private void killInBetween(StormTerms terms, long first, long began) {
    long[] killAt = terms.killAt();
    long share = terms.time().toNanos() / (killAt.length + 1);
    for (int kill = 0; kill < killAt.length; kill++) {
      long at = first + killAt[kill];
      long due = began + share * (kill + 1);
      await()
          .atMost(terms.time().multipliedBy(2))
          .until(() -> postings.get() >= at || System.nanoTime() - due >= 0);
      long killed = System.nanoTime();
      ledger.killAndRevive(kills % ledger.replicas());
      kills++;
      if (ledger.replicas() == 1) {
        deadline.addAndGet(System.nanoTime() - killed);
      }
    }
  }

  private void work(long last) {
    while (System.nanoTime() - deadline.get() < 0 && postings.get() < last) {
      Operation operation = Operation.of(seed, next.getAndIncrement());
      postings.addAndGet(run(operation));
    }
  }

  private int run(Operation operation) {
    return switch (operation.kind()) {
      case PAY -> agents.pay(operation);
      case PAY_MANY -> agents.payMany(operation);
      case SPEND -> agents.spend(operation);
      case REUSE -> agents.reuse(operation);
      case HOLD -> agents.hold(operation);
      case FREEZE -> owners.freeze(operation);
      case LIMIT -> owners.limit(operation);
      case NEWCOMER -> owners.newcomer(operation);
      case BUY -> sagas.buy(operation);
      case CHARGE_BACK -> sagas.chargeBack(operation);
      case ORDER -> sagas.order(operation);
      case CONVERT -> sagas.convert(operation);
      case REFUND -> reversals.refund(operation);
      case DISPUTE -> reversals.dispute(operation);
      case REWARD -> operators.reward(operation);
      case ACT -> operators.act(operation);
      case REVERSE -> operators.reverse(operation);
    };
  }

  @Override
  public void close() {
    kafka.close();
  }
}
