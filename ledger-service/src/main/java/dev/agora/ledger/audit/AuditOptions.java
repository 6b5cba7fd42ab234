package dev.agora.ledger.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the operator asked for; null for no export. */
record AuditOptions(@Nullable Path export) {

  private static final String USAGE = "The options are: --export FILE, for a journal of hledger.";

  static AuditOptions of(String... arguments) {
    Path export = null;
    for (int index = 0; index < arguments.length; index++) {
      String argument = arguments[index];
      if (argument.startsWith("--export=")) {
        export = file(argument.substring("--export=".length()));
      } else if (argument.equals("--export") && index + 1 < arguments.length) {
        export = file(arguments[++index]);
      } else if (argument.equals("--export")) {
        throw new AuditImpossible("--export needs the name of a file. " + USAGE);
      } else {
        throw new AuditImpossible("There is no option " + argument + ". " + USAGE);
      }
    }
    return new AuditOptions(export);
  }

  private static Path file(String name) {
    if (name.isBlank() || name.startsWith("--") || name.endsWith("/")) {
      throw new AuditImpossible("--export needs the name of a file. " + USAGE);
    }
    return Path.of(name).toAbsolutePath();
  }
}
