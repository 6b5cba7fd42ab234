package dev.agora.local.launcher.ops;

import dev.agora.local.launcher.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sagas of one service. */
final class SagaCommands {

  private static final String KIND = "sagas";

  private SagaCommands() {}

  /** Lists. */
  @Command(name = "sagas", description = "List a service's sagas, those that changed last first.")
  static final class Listing extends OpsCall {

    @Mixin private ServiceOption service = new ServiceOption();

    @Option(
        names = "--status",
        description = "RUNNING, COMPENSATING, COMPLETED, COMPENSATED, PARKED.")
    private String status = "";

    @Option(names = "--saga", description = "One kind only, such as conversion.")
    private String saga = "";

    @Mixin private PageOptions page = new PageOptions();

    @Override
    int ask(Api api) {
      return show(api.get(service.list(KIND) + page.query(Map.of("status", status, "saga", saga))));
    }
  }

  /** One of them. */
  abstract static class One extends OpsCall {

    @Mixin private ThingOption saga = new ThingOption();

    String path() {
      return saga.one(KIND);
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
      return act(api, path() + "/resume");
    }
  }

  /** Skips. */
  @Command(name = "skip", description = "Take the step of a parked saga for done: you saw to it.")
  static final class Skipping extends One {

    @Override
    int ask(Api api) {
      return act(api, path() + "/skip");
    }
  }

  /** Undoes. */
  @Command(name = "force-compensate", description = "Undo a parked saga, past its pivot too.")
  static final class Compensating extends One {

    @Override
    int ask(Api api) {
      return act(api, path() + "/force-compensate");
    }
  }
}
