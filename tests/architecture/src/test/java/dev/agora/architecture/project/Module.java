package dev.agora.architecture.project;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Maven module.
 *
 * @param path from the root, such as {@code platform/money}
 */
public record Module(String path) {

  /** Whether it is one of the services that hold an economy's data. */
  public boolean isService() {
    return path.endsWith("-service");
  }

  /** The folder. */
  public Path folder() {
    return Project.root().resolve(path);
  }

  /** Where its main classes are, if it was compiled. */
  public Path classes() {
    return folder().resolve("target/classes");
  }

  /** Whether it has main code of its own. */
  public boolean hasMainCode() {
    return Files.isDirectory(folder().resolve("src/main/java"));
  }

  /** {@code ledger} for {@code ledger-service}, the last folder's name for the others. */
  public String shortName() {
    return path.substring(path.lastIndexOf('/') + 1).replace("-service", "");
  }

  @Override
  public String toString() {
    return path;
  }
}
