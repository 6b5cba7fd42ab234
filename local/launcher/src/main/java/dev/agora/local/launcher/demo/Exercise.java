package dev.agora.local.launcher.demo;

import dev.agora.local.launcher.RandomText;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a system in training does, so that its caches hold what callers will need: a purchase, and
 * payments enough to tell the compiler what is hot.
 */
public final class Exercise {
  private static final int PAYMENTS = 1500;

  private Exercise() {}

  /** Runs it through the public API of a system without data. */
  public static void run(URI gateway) {
    Person human =
        Person.signUp(Api.at(gateway), "Trainer", "trainer@agora.example", RandomText.hex(8));
    List<Agent> agents = Stream.of("One", "Two", "Three", "Four").map(human::createAgent).toList();
    agents.forEach(agent -> human.buy(agent, "pkg_10"));
    IntStream.range(0, PAYMENTS).parallel().forEach(number -> pay(agents, number));
  }

  private static void pay(List<Agent> agents, int number) {
    Agent payer = agents.get(number % agents.size());
    Agent payee = agents.get((number + 1) % agents.size());
    payer.transfer(payee, "0.01").must(201);
  }
}
