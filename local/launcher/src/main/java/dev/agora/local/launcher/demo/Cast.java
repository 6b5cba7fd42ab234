package dev.agora.local.launcher.demo;

import dev.agora.local.launcher.RandomText;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.util.Locale;

/**
 * Who takes part in the demo.
 *
 * @param buyer owns agent a
 * @param seller owns agent b
 */
public record Cast(Person buyer, Agent a, Person seller, Agent b) {
  /** New people each time: the demo can be walked again on the same data. */
  static Cast meet(Api anyone) {
    Person buyer = signUp(anyone, "Ada");
    Person seller = signUp(anyone, "Bob");
    return new Cast(buyer, buyer.createAgent("A"), seller, seller.createAgent("B"));
  }

  private static Person signUp(Api anyone, String name) {
    String email = name.toLowerCase(Locale.ROOT) + "-" + RandomText.hex(6) + "@agora.example";
    return Person.signUp(anyone, name, email, RandomText.hex(12));
  }
}
