package dev.agora.bench.portal;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An owner, and what their agents did: payments among each other, each of which is an entry of two
 * of them and one of the platform.
 *
 * @param entries of the owner's agents
 */
record Past(Person owner, List<String> pages, long entries) {
  private static final int AT_ONCE = 4;
  private static final int BATCH = 1_000;
  private static final int OF_AGENTS = 2;
  private static final Duration SUMMED = Duration.ofMinutes(4);
  private static final Duration QUICK = Duration.ofMillis(250);

  static Past make(Api anyone, int agents, long entries) throws Exception {
    String address = "owner-" + UUID.randomUUID() + "@agora.example";
    Person owner = Person.signUp(anyone, "Owner", address, "correct horse battery staple");
    List<Agent> all = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      all.add(owner.createAgent("Agent " + i));
      owner.buy(all.getLast(), "pkg_100");
    }
    System.out.printf("Making %,d entries …%n", entries);
    AtomicLong left = new AtomicLong(entries / OF_AGENTS);
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> payers = new ArrayList<>();
      for (int i = 0; i < agents; i++) {
        Agent payer = all.get(i);
        Agent payee = all.get((i + 1) % agents);
        long share = entries / OF_AGENTS / agents;
        payers.add(threads.submit(() -> pay(payer, payee, share, left)));
      }
      for (Future<?> payer : payers) {
        payer.get();
      }
    }
    awaitSums(owner.api());
    return new Past(owner, pages(owner, all), entries);
  }

  /** A past of months is in the ledger's sums; one that was made in a minute gets there later. */
  private static void awaitSums(Api owner) {
    long end = System.nanoTime() + SUMMED.toNanos();
    while (true) {
      long begin = System.nanoTime();
      owner.get("/api/v1/analytics/spending?by=day").must(200);
      if (System.nanoTime() - begin < QUICK.toNanos()) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the sums have not caught up after " + SUMMED);
      }
      LockSupport.parkNanos(QUICK.toNanos());
    }
  }

  private static void pay(Agent payer, Agent payee, long payments, AtomicLong left) {
    Map<String, Object> payment = Map.of("to", payee.id(), "amount", "0.01", "memo", "a call");
    for (long made = 0; made < payments; made += BATCH) {
      List<Map<String, Object>> batch = Collections.nCopies(BATCH, payment);
      Answer answer =
          payer.api().post("/api/v1/credits/transfers", Map.of("transfers", batch)).must(200);
      if (!answer.body().at("/results/999/status").asString("").equals("POSTED")) {
        throw new IllegalStateException("not posted: " + answer.body().at("/results/999"));
      }
      long rest = left.addAndGet(-BATCH);
      if (rest / BATCH % 50 == 0) {
        System.out.printf("  %,d payments left%n", Math.max(0, rest));
      }
    }
  }

  private static List<String> pages(Person owner, List<Agent> agents) {
    String first = agents.getFirst().id();
    Answer newest =
        owner.api().get("/api/v1/credits/transactions?limit=1&agent=" + first).must(200);
    return List.of(
        "/portal/overview",
        "/portal/agents",
        "/portal/agents/" + first,
        "/portal/agents/" + first + "/top-up",
        "/portal/credits",
        "/portal/transactions?agent=" + first,
        "/portal/transactions?kind=PURCHASE&agent=" + first,
        "/portal/transactions/" + newest.text("/items/0/id") + "?agent=" + first,
        "/portal/analytics",
        "/portal/analytics?agent=" + first,
        "/portal/payouts",
        "/portal/receipts",
        "/portal/alerts",
        "/portal/orders",
        "/portal/subscriptions",
        "/portal/market",
        "/portal/security");
  }
}
