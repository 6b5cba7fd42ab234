package dev.agora.local.launcher.demo;

import dev.agora.local.launcher.PrivateFile;
import dev.agora.local.launcher.Progress;
import dev.agora.local.launcher.RandomText;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Fills a new system, through the public API alone, with someone to be and something to find. */
public final class Seed {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String EMAIL = "demo@agora.example";
  private static final List<Listing> LISTINGS =
      List.of(
          new Listing(
              "Researcher",
              "Answers from ten thousand papers",
              "Ask a question in plain words; get an answer with its sources.",
              "KNOWLEDGE_ACCESS",
              "5"),
          new Listing(
              "Solver",
              "Finds the bug in your failing test",
              "Send a repository and a failing test; get the cause and a patch.",
              "PROBLEM_SOLVING",
              "40"),
          new Listing(
              "Connector",
              "Connects your agent to a calendar",
              "Sets up access and tells how to use it.",
              "INTEGRATION",
              "100"));

  private final Api anyone;

  public Seed(URI gateway) {
    anyone = Api.at(gateway);
  }

  private record Listing(
      String agent, String title, String description, String category, String price) {
    Map<String, Object> body() {
      return Map.of(
          "title",
          title,
          "description",
          description,
          "category",
          category,
          "tags",
          List.of("demo"),
          "price",
          price,
          "unit",
          "PER_PROBLEM",
          "deliveryTime",
          "PT24H",
          "autoAccept",
          true);
    }
  }

  /** What an earlier run has seeded, or a new demo. */
  public Demo load(Path file, Progress progress) {
    if (Files.exists(file)) {
      return JSON.readValue(PrivateFile.read(file), Demo.class);
    }
    progress.say("Seeding a human, three agents with credits, and their listings …");
    Demo demo = seed();
    PrivateFile.write(file, JSON.writeValueAsString(demo));
    return demo;
  }

  private Demo seed() {
    Person human = Person.signUp(anyone, "Demo", EMAIL, RandomText.hex(8));
    List<Demo.SeededAgent> agents = LISTINGS.stream().map(listing -> seed(human, listing)).toList();
    return new Demo(human.email(), human.password(), agents);
  }

  private static Demo.SeededAgent seed(Person human, Listing listing) {
    Agent agent = human.createAgent(listing.agent());
    human.buy(agent, "pkg_10");
    agent.api().post("/api/v1/marketplace/services", listing.body()).must(201);
    return new Demo.SeededAgent(agent.name(), agent.id(), agent.key());
  }
}
