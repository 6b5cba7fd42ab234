package dev.agora.local.launcher.ops;

import dev.agora.local.launcher.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Messages that one service could not handle. */
final class DeadLetterCommands {

  private DeadLetterCommands() {}

  private static String path(String service) {
    return "/api/v1/platform/" + service + "/dead-letters";
  }

  /** Lists. */
  @Command(name = "dead-letters", description = "List messages that a service could not handle.")
  static final class Listing extends OpsCall {

    @Parameters(paramLabel = "SERVICE", description = "Whose they are.")
    private String service = "";

    @Option(names = "--replayed", description = "Those that were sent back, too.")
    private boolean replayed;

    @Mixin private PageOptions page = new PageOptions();

    @Override
    int ask(Api api) {
      return show(
          api.get(path(service) + page.query(Map.of("replayed", Boolean.toString(replayed)))));
    }
  }

  /** One of them. */
  abstract static class One extends OpsCall {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Whose it is.")
    private String service = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The dead letter's id.")
    private String id = "";

    String path() {
      return DeadLetterCommands.path(service) + "/" + id;
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
      return show(api.post(path() + "/replay", Map.of()));
    }
  }
}
