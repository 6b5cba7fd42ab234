package dev.agora.local.launcher.ops;

import dev.agora.local.launcher.client.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads whatever an operator may read and no other command names. */
@Command(
    name = "get",
    description = "Read any path of the API, such as /api/v1/roles or a reconciliation.")
final class GetCommand extends OpsCall {

  @Parameters(paramLabel = "PATH", description = "With its query, from /api/ on.")
  private String path = "";

  @Override
  int ask(Api api) {
    return show(api.get(path));
  }
}
