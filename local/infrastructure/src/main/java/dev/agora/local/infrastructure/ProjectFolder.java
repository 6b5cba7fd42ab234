package dev.agora.local.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the project's checkout is: the local parts use its target folders and its contracts. */
public final class ProjectFolder {
  private static final String OVERRIDE = "agora.home";

  private ProjectFolder() {}

  /**
   * The folder of the checkout: the system property {@code agora.home}, or the nearest folder above
   * the current one that holds the {@code contracts} and {@code local/kafka} modules.
   *
   * @throws InfrastructureException outside a checkout
   */
  public static Path find() {
    String named = System.getProperty(OVERRIDE);
    Path start = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
    for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("local/kafka"))
          && Files.isDirectory(folder.resolve("contracts"))) {
        return folder;
      }
    }
    throw new InfrastructureException(
        start + " is not inside a checkout of Agora; set -D" + OVERRIDE + ".");
  }
}
