package dev.agora.local.launcher;

import java.util.List;

/** What is started out of the jars of the parts by somebody else than a local system. */
public final class Programs {
  private Programs() {}

  /** The command that starts one more process of a part, which its environment tells the rest. */
  public static List<String> service(Part part) {
    return new Program(part).command(EconomyOptions.Aot.IF_PRESENT);
  }

  /** The command that audits the ledger of its environment; more arguments may follow. */
  public static List<String> ledgerAudit() {
    return List.of(
        Program.java(),
        "-Xmx512m",
        "-XX:+UseParallelGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-jar",
        new Program(Part.LEDGER).jar().toString(),
        "audit");
  }

  /** The command that appoints an operator in the accounts-service of its environment. */
  public static List<String> operator(String email) {
    return List.of(
        Program.java(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        new Program(Part.ACCOUNTS).jar().toString(),
        "operator",
        email);
  }
}
