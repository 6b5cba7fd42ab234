package dev.agora.bench.ledger;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Agents of many owners, made and paid through the API as anybody would.
 *
 * @param agents all of them, each with a few credits that others have paid it
 */
record Population(List<Agent> agents) {
  private static final int OWNERS = 20;
  private static final int MAKERS = 8;
  private static final String PASSWORD = "correct horse battery staple";

  /** What each agent starts with; payments of a hundredth never use it up. */
  private static final String START = "5";

  static Population create(URI gateway, int size) throws Exception {
    Api anyone = Api.at(gateway);
    List<Person> owners = new ArrayList<>();
    for (int i = 0; i < OWNERS; i++) {
      owners.add(Person.signUp(anyone, "Owner " + i, email(), PASSWORD));
    }
    List<Callable<Agent>> wanted = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Person owner = owners.get(i % OWNERS);
      String name = "Agent " + i;
      wanted.add(() -> owner.createAgent(name));
    }
    Population population = new Population(all(wanted));
    population.fund(Person.signUp(anyone, "Bank", email(), PASSWORD), size);
    return population;
  }

  private void fund(Person bank, int size) throws Exception {
    Agent till = bank.createAgent("Till");
    int credits = size * Integer.parseInt(START);
    for (int bought = 0; bought < credits; bought += 1200) {
      bank.buy(till, "pkg_100");
    }
    List<Callable<Integer>> payments = new ArrayList<>();
    for (Agent agent : agents) {
      payments.add(() -> till.transfer(agent, START).must(201).status());
    }
    all(payments);
  }

  private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
    List<T> results = new ArrayList<>(calls.size());
    try (ExecutorService executor = Executors.newFixedThreadPool(MAKERS)) {
      for (Future<T> future : executor.invokeAll(calls)) {
        results.add(future.get());
      }
    }
    return results;
  }

  private static String email() {
    return "bench-" + UUID.randomUUID() + "@agora.example";
  }
}
