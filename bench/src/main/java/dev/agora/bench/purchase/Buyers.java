package dev.agora.bench.purchase;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
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

/** People with an agent each, who open purchases before anything is measured. */
record Buyers(List<Person> people, List<Agent> agents) {
  private static final int PEOPLE = 20;
  private static final int AT_ONCE = 8;
  private static final String PASSWORD = "correct horse battery staple";

  /** An open purchase and the page where it is paid. */
  record Open(String id, String checkoutUrl) {}

  static Buyers signUp(URI gateway) {
    Api anyone = Api.at(gateway);
    List<Person> people = new ArrayList<>();
    List<Agent> agents = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      String email = "bench-" + UUID.randomUUID() + "@agora.example";
      Person person = Person.signUp(anyone, "Buyer " + i, email, PASSWORD);
      people.add(person);
      agents.add(person.createAgent("Agent " + i));
    }
    return new Buyers(people, agents);
  }

  List<Open> open(int count) throws Exception {
    List<Callable<Open>> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int buyer = i % PEOPLE;
      wanted.add(() -> open(people.get(buyer), agents.get(buyer)));
    }
    List<Open> opened = new ArrayList<>(count);
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Open> future : executor.invokeAll(wanted)) {
        opened.add(future.get());
      }
    }
    return opened;
  }

  private static Open open(Person person, Agent agent) {
    Answer answer = person.startBuying(agent, "pkg_10").must(202);
    return new Open(answer.text("/id"), answer.text("/checkoutUrl"));
  }
}
