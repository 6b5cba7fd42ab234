package dev.agora.local.launcher.ops;

import dev.agora.local.launcher.client.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Agents in an emergency. */
final class AgentCommands {

  private AgentCommands() {}

  /** One agent. */
  abstract static class One extends OpsCall {

    @Parameters(paramLabel = "AGENT", description = "Its id, agt_…")
    private String id = "";

    String path() {
      return "/api/v1/agents/" + id;
    }
  }

  /** Freezes. */
  @Command(name = "freeze", description = "Freeze an agent: it is paid but does not pay.")
  static final class Freezing extends One {

    @Override
    int ask(Api api) {
      return act(api, path() + "/freeze");
    }
  }

  /** Lets it pay again. */
  @Command(name = "unfreeze", description = "Let a frozen agent pay again.")
  static final class Unfreezing extends One {

    @Override
    int ask(Api api) {
      return act(api, path() + "/unfreeze");
    }
  }
}
