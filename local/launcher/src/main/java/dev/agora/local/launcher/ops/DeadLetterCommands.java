package dev.agora.local.launcher.ops;

import dev.agora.local.launcher.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Messages that one service could not handle. */
final class DeadLetterCommands {

  private static final String KIND = "dead-letters";

  private DeadLetterCommands() {}

  /** Lists. */
  @Command(name = "dead-letters", description = "List messages that a service could not handle.")
  static final class Listing extends OpsCall {

    @Mixin private ServiceOption service = new ServiceOption();

    @Option(names = "--replayed", description = "Those that were sent back, too.")
    private boolean replayed;

    @Mixin private PageOptions page = new PageOptions();

    @Override
    int ask(Api api) {
      return show(
          api.get(service.list(KIND) + page.query(Map.of("replayed", Boolean.toString(replayed)))));
    }
  }

  /** One of them. */
  abstract static class One extends OpsCall {

    @Mixin private ThingOption letter = new ThingOption();

    String path() {
      return letter.one(KIND);
    }
  }

  /** Shows. */
  @Command(name = "dead-letter", description = "Look at a dead letter as it arrived.")
  static final class Showing extends One {

    @Override
    int ask(Api api) {
      return show(api.get(path()));
    }
  }

  /** Sends back. */
  @Command(name = "replay", description = "Send a dead letter back to where it came from.")
  static final class Replaying extends One {

    @Override
    int ask(Api api) {
      return act(api, path() + "/replay");
    }
  }
}
