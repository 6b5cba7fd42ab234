package dev.agora.bench.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.journal.Postings;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A past: payments between the agents of a crowd, posted by the engine itself in its largest
 * batches, so that the ledger audits as any other. The first agent takes part in many of them.
 */
public final class Fill {
  private static final int BATCH = 3_072;

  /** Each fills with agents of its own, so that none waits for another's wallets. */
  private static final int WRITERS = 2;

  /** Of so many payments of the first writer, one is to the first agent. */
  private static final int BUSY_EVERY = 25;

  /** Of so many payments one has a reference. */
  private static final int REFERENCE_EVERY = 20;

  private static final long TELL_EVERY = 1_000_000;
  private static final Credits AMOUNT = Credits.parse("0.001");

  private final Postings postings;
  private final TransactionOperations transactions;
  private final Economy economy;
  private final List<AgentId> agents;
  private final AtomicLong missing = new AtomicLong();

  private Fill(Engine engine, Crowd crowd) {
    this.postings = engine.bean(Postings.class);
    this.transactions = engine.bean(TransactionOperations.class);
    this.economy = engine.bean(Economy.class);
    this.agents = crowd.agents();
  }

  /** Makes at least that many entries. */
  public static void run(Engine engine, Crowd crowd, long entries) throws Exception {
    Fill fill = new Fill(engine, crowd);
    fill.missing.set(entries);
    List<Callable<Long>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      writers.add(() -> fill.write(number));
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<Long> done : executor.invokeAll(writers)) {
        done.get();
      }
    }
  }

  private long write(int writer) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(writer);
    long entries = 0;
    while (missing.get() > 0) {
      List<Posting> batch = new ArrayList<>(BATCH);
      for (int i = 0; i < BATCH; i++) {
        batch.add(transfer(writer, random));
      }
      int made = post(batch);
      entries += made;
      long left = missing.addAndGet(-made);
      if (left / TELL_EVERY != (left + made) / TELL_EVERY) {
        System.out.printf("  %,d entries to go%n", Math.max(0, left));
      }
    }
    return entries;
  }

  private int post(List<Posting> batch) {
    int entries = 0;
    List<Outcome> outcomes = transactions.execute(status -> postings.post(batch));
    for (Outcome outcome : outcomes) {
      if (!(outcome instanceof Outcome.Accepted accepted)) {
        throw new IllegalStateException("a payment was answered " + outcome);
      }
      entries += accepted.entries().size();
    }
    return entries;
  }

  private Posting transfer(int writer, RandomGenerator random) {
    int mine = agents.size() / WRITERS;
    int payer = random.nextInt(mine);
    boolean toBusy = writer == 0 && payer != 0 && random.nextInt(BUSY_EVERY) == 0;
    int payee = toBusy ? 0 : (payer + 1 + random.nextInt(mine - 1)) % mine;
    String id = "trf_" + UuidCreator.getTimeOrderedEpochPlus1().toString().replace("-", "");
    return new Posting.Transfer(
        new PostingId(id),
        agents.get(payer * WRITERS + writer),
        agents.get(payee * WRITERS + writer),
        AMOUNT,
        economy.transferFee(),
        random.nextInt(REFERENCE_EVERY) == 0 ? new Note("for-" + id, null, Map.of()) : Note.NONE);
  }
}
