package dev.agora.local.launcher.ops;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which one thing of whose list. */
final class ThingOption {

  @Mixin private ServiceOption service = new ServiceOption();

  @Parameters(index = "1", paramLabel = "ID", description = "Its id, as the list shows it.")
  private String id = "";

  /** The thing of this kind, such as {@code sagas}. */
  String one(String kind) {
    return service.list(kind) + "/" + id;
  }
}
