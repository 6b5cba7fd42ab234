package dev.agora.local.launcher.ops;

import dev.agora.local.launcher.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sagas of one service. */
final class SagaCommands {

  private SagaCommands() {}

  private static String path(String service) {
    return "/api/v1/platform/" + service + "/sagas";
  }

  /** Lists. */
  @Command(name = "sagas", description = "List a service's sagas, those that changed last first.")
  static final class Listing extends OpsCall {

    @Parameters(paramLabel = "SERVICE", description = "billing, payout or marketplace.")
    private String service = "";

    @Option(
        names = "--status",
        description = "RUNNING, COMPENSATING, COMPLETED, COMPENSATED, PARKED.")
    private String status = "";

    @Option(names = "--saga", description = "One kind only, such as conversion.")
    private String saga = "";

    @Mixin private PageOptions page = new PageOptions();

    @Override
    int ask(Api api) {
      return show(api.get(path(service) + page.query(Map.of("status", status, "saga", saga))));
    }
  }

  /** One thing of one service. */
  abstract static class One extends OpsCall {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Whose it is.")
    private String service = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The saga's id.")
    private String id = "";

    String path() {
      return SagaCommands.path(service) + "/" + id;
    }
  }

  /** Shows. */
  @Command(name = "saga", description = "Look at a saga: its history, data and diagram.")
  static final class Showing extends One {

    @Override
    int ask(Api api) {
      return show(api.get(path()));
    }
  }

  /** Resumes. */
  @Command(name = "resume", description = "Try the step of a parked saga again.")
  static final class Resuming extends One {

    @Override
    int ask(Api api) {
      return show(api.post(path() + "/resume", Map.of()));
    }
  }

  /** Skips. */
  @Command(name = "skip", description = "Take the step of a parked saga for done: you saw to it.")
  static final class Skipping extends One {

    @Override
    int ask(Api api) {
      return show(api.post(path() + "/skip", Map.of()));
    }
  }

  /** Undoes. */
  @Command(name = "force-compensate", description = "Undo a parked saga, past its pivot too.")
  static final class Compensating extends One {

    @Override
    int ask(Api api) {
      return show(api.post(path() + "/force-compensate", Map.of()));
    }
  }
}
