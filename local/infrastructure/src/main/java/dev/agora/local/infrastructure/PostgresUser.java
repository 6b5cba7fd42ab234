package dev.agora.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs: it refuses to be root. Root starts it in a user namespace of its own
 * where it is nobody in particular yet still owns its files; where namespaces are forbidden, as
 * user postgres or nobody.
 *
 * @param command what goes before the PostgreSQL command; it replaces itself by it, so the pid
 *     stays
 * @param owner who must own the data, or empty for whoever runs this
 */
record PostgresUser(List<String> command, String owner) {
  private static final Duration PROBE = Duration.ofSeconds(10);

  static PostgresUser choose() {
    if (!isRoot()) {
      return new PostgresUser(List.of(), "");
    }
    List<String> namespace = List.of("unshare", "-U");
    if (works(namespace)) {
      return new PostgresUser(namespace, "");
    }
    return Stream.of("postgres", "nobody")
        .map(
            user -> new PostgresUser(List.of("setpriv", "--reuid=" + user, "--clear-groups"), user))
        .filter(user -> works(user.command()))
        .findFirst()
        .orElseThrow(
            () ->
                new InfrastructureException(
                    "PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` works here."));
  }

  /** Gives a folder to the user that PostgreSQL runs as. */
  void own(Path folder) {
    if (owner.isEmpty()) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      UserPrincipal user =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
      for (Path file : files.toList()) {
        Files.setOwner(file, user);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static boolean works(List<String> command) {
    List<String> probe = Stream.concat(command.stream(), Stream.of("true")).toList();
    try {
      ChildProcess process =
          ChildProcess.start("probe", probe, Map.of(), Path.of("/"), Path.of("/dev/null"));
      return process.awaitExit(PROBE) && process.exitCode() == 0;
    } catch (InfrastructureException noSuchCommand) {
      return false;
    }
  }
}
