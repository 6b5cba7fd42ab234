package dev.agora.local.launcher.ops;

import picocli.CommandLine.Parameters;

/** Whose list. */
final class ServiceOption {

  @Parameters(
      index = "0",
      paramLabel = "SERVICE",
      description = "Whose: accounts, ledger, billing, payout or marketplace.")
  private String service = "";

  /** The list of things of this kind, such as {@code sagas}. */
  String list(String kind) {
    return "/api/v1/platform/" + service + "/" + kind;
  }
}
