package dev.agora.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where one local system keeps everything: {@code .agora} beside the command, or a test's own.
 *
 * @param root made when absent
 */
public record EconomyFolder(Path root) {
  Path data(Part part) {
    return root.resolve("data").resolve(part.label());
  }

  public Path log(Part part) {
    return root.resolve("logs").resolve(part.label() + ".log");
  }

  public Path pids() {
    return root.resolve("pids");
  }

  /** Where accounts-service puts mails. */
  public Path mails() {
    return root.resolve("mails");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  public Path demo() {
    return root.resolve("demo.json");
  }

  /** Makes the folders; the last run's logs get the ending {@code .1}. */
  void prepare() {
    try {
      Files.createDirectories(root.resolve("logs"));
      for (Part part : Part.values()) {
        Files.createDirectories(data(part));
        Path log = log(part);
        if (Files.exists(log)) {
          Files.move(
              log,
              log.resolveSibling(log.getFileName() + ".1"),
              StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(log);
      }
    } catch (IOException e) {
      throw new LauncherException(root + " cannot be prepared: " + e.getMessage(), e);
    }
  }

  /** Forgets all data, secrets and the demo. */
  public void forget() {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new LauncherException(root + " cannot be deleted: " + e.getMessage(), e);
    }
  }
}
